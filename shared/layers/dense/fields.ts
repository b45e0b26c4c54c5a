import { activationField } from '../activations.ts';
import { integerField, MAX_SIZE, switchField } from '../fields.ts';
import { initializerField, maxNormField, penaltyField } from '../weightFields.ts';

export const fields = {
	units: integerField(128, 1, MAX_SIZE),
	activation: activationField('relu'),
	useBias: switchField(true),
	kernelInitializer: initializerField(),
	l1: penaltyField(),
	l2: penaltyField(),
	maxNorm: maxNormField(),
};

export type DenseFields = typeof fields;
