import type { TensorShape } from '../../tensor/shape.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type WeightSpec } from '../defineLayer.ts';
import type { ConfigOf } from '../fields.ts';
import { line, noFormula, product, term } from '../formulaParts.ts';
import { channelsOf, channelWeight, scaleAndShift } from '../normalizationParts.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { type BatchNormFields, fields } from './fields.ts';
import { targets } from './targets.ts';

/** Brings every channel to mean 0 and variance 1 over the batch (Ioffe and Szegedy 2015): `[14, 14, 32]` keeps its size. */
export const batchNorm = defineLayer({
	kind: 'batchNorm',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Batch normalization',
		nodeName: 'norm',
		summary: 'Keeps the values of every channel in a steady range.',
		explanation:
			'For every channel, mean and variance are taken over the whole batch and all places, and the values are shifted and stretched to mean 0 and variance 1. Then the layer learns by how much to stretch (gamma) and to shift (beta). Training bears larger learning rates and deeper networks. When the network answers, it uses running averages kept during training instead of the batch.',
		synonyms: ['BN', 'batchnorm', 'normalisation', 'batch normalisation'],
		card: [
			'per channel',
			'{scaled, select, yes {{centred, select, yes {scale and shift} other {scale}}} other {{centred, select, yes {shift} other {no weights}}}}',
		],
		words: {
			'momentum.label': 'Momentum',
			'momentum.help':
				'Share of the old running average that is kept at every step. PyTorch counts the other way: 0.99 here is 0.01 there.',
		},
	},
	...oneToOne,
	traits: ['batchStatistics'],
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	weights,
	multiplyAdds: () => 0,
	sight: () => ({ kind: 'point' }),
	formula: (config, inputs) => {
		const channels = channelsOf(inputs);
		const sets = weights(config, inputs).length;
		return {
			...noFormula,
			weights: line('weights', product(term('values per channel', sets), term('c', channels, { part: 'input' })), sets * channels),
		};
	},
	cardValues: (config) => ({ scaled: config.scale ? 'yes' : 'no', centred: config.center ? 'yes' : 'no' }),
	targets,
});

function weights(config: ConfigOf<BatchNormFields>, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	const channels = channelsOf(inputs);
	return [
		...scaleAndShift(config, channels),
		channelWeight('movingMean', channels, 'zeros', false),
		channelWeight('movingVariance', channels, 'ones', false),
	];
}
