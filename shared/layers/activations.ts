import { choiceField, type Field, type FieldExtras } from './fields.ts';

/** Activations that a convolution or dense layer can apply itself; they have no settings and no weights. */
export const fusedActivations = [
	'linear',
	'relu',
	'relu6',
	'elu',
	'selu',
	'gelu',
	'swish',
	'mish',
	'sigmoid',
	'tanh',
	'softplus',
	'softmax',
] as const;
export type FusedActivation = (typeof fusedActivations)[number];

/** The activation that a layer ends with. Keras and TensorFlow.js know all of them by the same names. */
export function activationField(initial: FusedActivation, extras: FieldExtras = {}): Field<FusedActivation> {
	return choiceField(fusedActivations, initial, 'menu', extras);
}
