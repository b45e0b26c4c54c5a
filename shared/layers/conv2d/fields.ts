import { activationField } from '../activations.ts';
import { type ConfigOf, integerField, MAX_SIZE, padField, pairField, stridesField, switchField, windowField } from '../fields.ts';
import { paddingField, type SlidingSettings } from '../slidingWindow.ts';
import { initializerField, maxNormField, penaltyField } from '../weightFields.ts';

/** Settings of a convolution, in the order of the inspector. */
export const fields = {
	filters: integerField(32, 1, MAX_SIZE),
	kernelSize: windowField([3, 3]),
	strides: stridesField([1, 1]),
	dilationRate: pairField([1, 1], 1, 256, { symbol: { letters: 'd', role: 'kernel' } }),
	padding: paddingField('same'),
	pad: padField(),
	activation: activationField('relu'),
	useBias: switchField(true),
	groups: integerField(1, 1, MAX_SIZE, { isAdvanced: true }),
	kernelInitializer: initializerField(),
	l1: penaltyField(),
	l2: penaltyField(),
	maxNorm: maxNormField(),
};

/** What one filter takes in, among the axes of its kernel. */
export const FILTER_AXES = [0, 1, 2] as const;

export type ConvFields = typeof fields;

export function slidingSettings(config: ConfigOf<ConvFields>): SlidingSettings {
	const { kernelSize, strides, dilationRate, padding, pad } = config;
	return { window: kernelSize, strides, dilationRate, padding, pad, windowField: 'kernelSize' };
}
