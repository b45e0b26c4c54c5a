import type { KerasLayer } from '#shared/layers/targets.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import { dilatedSteps } from '../keras/windows.ts';

/** Layers that every TensorFlow.js reads, of those that a plan may hold. Any other class is ours alone. */
const stockClasses: ReadonlySet<string> = new Set([
	'Activation',
	'Add',
	'Average',
	'AveragePooling2D',
	'BatchNormalization',
	'Concatenate',
	'Conv2D',
	'Conv2DTranspose',
	'Cropping2D',
	'Dense',
	'DepthwiseConv2D',
	'Dropout',
	'ELU',
	'Flatten',
	'GaussianDropout',
	'GaussianNoise',
	'GlobalAveragePooling2D',
	'GlobalMaxPooling2D',
	'InputLayer',
	'LayerNormalization',
	'LeakyReLU',
	'MaxPooling2D',
	'Maximum',
	'Minimum',
	'Multiply',
	'PReLU',
	'Permute',
	'ReLU',
	'Rescaling',
	'Reshape',
	'SeparableConv2D',
	'Softmax',
	'UpSampling2D',
	'ZeroPadding2D',
]);

type Rewrite = (layer: KerasLayer, op: PlanOp) => readonly KerasLayer[] | null;

/**
 * Layers that only our engine has, in the words of stock ones. The answers are the same to the bit; `null` where no stock
 * layers say the same.
 */
const rewrites: Readonly<Record<string, Rewrite>> = {
	// A whole map at a time: one value of the mask per channel, spread over rows and columns.
	SpatialDropout2D: ({ config }, op) => [
		{ className: 'Dropout', config: { rate: config.rate, noise_shape: [null, 1, 1, op.outputShape[2] ?? null] }, weights: [] },
	],
	GroupedConv2D: (layer, op) => {
		const { groups, ...config } = layer.config;
		return groups === undefined || groups === 1 ? dilatedSteps({ ...layer, config }, op) : null;
	},
	// Channels trade places with rows, are padded as rows, and trade back.
	ChannelPadding: ({ config }, op) => {
		if (op.outputShape.length !== 3) return null;
		const swap = { className: 'Permute', config: { dims: [3, 2, 1] }, weights: [] };
		const padding = [
			[config.before, config.after],
			[0, 0],
		];
		return [swap, { className: 'ZeroPadding2D', config: { padding, data_format: 'channels_last' }, weights: [] }, swap];
	},
	// (x − mean) / √variance is a scale and a shift, where all channels have the same.
	Normalization: ({ config }) => {
		const [mean, variance] = [onlyNumber(config.mean), onlyNumber(config.variance)];
		if (mean === null || variance === null) return null;
		const scale = 1 / Math.sqrt(variance);
		return [{ className: 'Rescaling', config: { scale, offset: -mean * scale }, weights: [] }];
	},
	// Zeros would win over negative values, so padding of a maximum cannot be written with zeros.
	PaddedMaxPooling2D: ({ config }) => (isWithoutPadding(config.pad) ? [pooling('MaxPooling2D', config)] : null),
	PaddedAveragePooling2D: ({ config }) => {
		if (isWithoutPadding(config.pad)) return [pooling('AveragePooling2D', config)];
		const sides = sidesOf(config.pad);
		if (config.count_padding !== true || sides === null) return null;
		const [top, bottom, left, right] = sides;
		const padding = {
			className: 'ZeroPadding2D',
			config: {
				padding: [
					[top, bottom],
					[left, right],
				],
				data_format: 'channels_last',
			},
			weights: [],
		};
		return [padding, pooling('AveragePooling2D', config)];
	},
};

/** One op's chain in stock layers only; `null` where that is not possible. */
export function toStockLayers(chain: readonly KerasLayer[], op: PlanOp): readonly KerasLayer[] | null {
	const links = chain.map((layer) => (stockClasses.has(layer.className) ? [layer] : (rewrites[layer.className]?.(layer, op) ?? null)));
	return links.some((link) => link === null) ? null : links.flatMap((link) => link ?? []);
}

function pooling(className: string, { pool_size, strides }: Readonly<Record<string, unknown>>): KerasLayer {
	return { className, config: { pool_size, strides, padding: 'valid', data_format: 'channels_last' }, weights: [] };
}

/** The number that all of a list are; `null` where they differ or there is none. */
function onlyNumber(list: unknown): number | null {
	const [first, ...others] = Array.isArray(list) ? list : [];
	return typeof first === 'number' && others.every((other) => other === first) ? first : null;
}

function sidesOf(pad: unknown): readonly number[] | null {
	return Array.isArray(pad) && pad.length === 4 && pad.every((side) => typeof side === 'number') ? pad : null;
}

function isWithoutPadding(pad: unknown): boolean {
	return sidesOf(pad)?.every((side) => side === 0) ?? pad === undefined;
}
