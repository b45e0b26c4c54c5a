import { activationField } from '../activations.ts';
import { type ConfigOf, integerField, padField, pairField, stridesField, switchField, windowField } from '../fields.ts';
import { paddingField, type SlidingSettings } from '../slidingWindow.ts';
import { initializerField, maxNormField, penaltyField } from '../weightFields.ts';

export const fields = {
	kernelSize: windowField([3, 3]),
	depthMultiplier: integerField(1, 1, 1024),
	strides: stridesField([1, 1]),
	dilationRate: pairField([1, 1], 1, 256, { symbol: { letters: 'd', role: 'kernel' } }),
	padding: paddingField('same'),
	pad: padField(),
	activation: activationField('relu'),
	useBias: switchField(true),
	kernelInitializer: initializerField(),
	l1: penaltyField(),
	l2: penaltyField(),
	maxNorm: maxNormField(),
};

export type DepthwiseFields = typeof fields;

export function slidingSettings(
	config: Pick<ConfigOf<DepthwiseFields>, 'kernelSize' | 'strides' | 'dilationRate' | 'padding' | 'pad'>,
): SlidingSettings {
	const { kernelSize, strides, dilationRate, padding, pad } = config;
	return { window: kernelSize, strides, dilationRate, padding, pad, windowField: 'kernelSize' };
}
