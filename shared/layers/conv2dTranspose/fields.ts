import { activationField } from '../activations.ts';
import { automaticPairField, choiceField, integerField, MAX_SIZE, padField, stridesField, switchField, windowField } from '../fields.ts';
import { initializerField, maxNormField, penaltyField } from '../weightFields.ts';

export const fields = {
	filters: integerField(32, 1, MAX_SIZE),
	kernelSize: windowField([2, 2]),
	strides: stridesField([2, 2]),
	padding: choiceField(['valid', 'same', 'explicit'], 'valid', 'segments', { symbol: { letters: 'p q', role: 'padding' } }),
	pad: padField(),
	outputPadding: automaticPairField(0, 1023, { isAdvanced: true }),
	activation: activationField('relu'),
	useBias: switchField(true),
	kernelInitializer: initializerField(),
	l1: penaltyField(),
	l2: penaltyField(),
	maxNorm: maxNormField(),
};

/** What one output value takes in, among the axes of the kernel `[a, b, filters, channels]`. */
export const FILTER_AXES = [0, 1, 3] as const;

export type TransposeFields = typeof fields;
