import { choiceField, numberField } from '../fields.ts';

export const functions = [
	'relu',
	'relu6',
	'leakyRelu',
	'prelu',
	'elu',
	'selu',
	'gelu',
	'swish',
	'hardSwish',
	'mish',
	'sigmoid',
	'tanh',
	'softplus',
	'softmax',
	'linear',
] as const;

export const fields = {
	activation: choiceField(functions, 'relu', 'menu'),
	/** What is left of negative values, for leaky ReLU. */
	slope: numberField(0.01, 0, 1, 0.01, { isVisible: ({ activation }) => activation === 'leakyRelu' }),
};

export type ActivationFields = typeof fields;
