import type { KerasLayer } from '#shared/layers/targets.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import { isMapShape } from '#shared/tensor/shape.ts';
import { fixedFilter, mixture } from './constants.ts';
import { dilatedSteps, pooling, windowOf } from './windows.ts';

/** A weight that no training changes and the plan does not have: a filter's numbers, a resize as a product. */
export interface Constant {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** A Keras layer, and the weights it brings besides those of its op. */
export interface KerasLink extends KerasLayer {
	readonly constants?: readonly Constant[];
}

/** Keras's own layers, of those that a plan may hold, which mean the same by the same config. */
const sameInKeras: ReadonlySet<string> = new Set([
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
	'Flatten',
	'GaussianNoise',
	'GlobalAveragePooling2D',
	'GlobalMaxPooling2D',
	'GroupNormalization',
	'InputLayer',
	'LayerNormalization',
	'LeakyReLU',
	'MaxPooling2D',
	'Maximum',
	'Multiply',
	'Normalization',
	'PReLU',
	'Permute',
	'Rescaling',
	'Reshape',
	'SeparableConv2D',
	'SpatialDropout2D',
	'Subtract',
	'ZeroPadding2D',
]);

type Rewrite = (layer: KerasLayer, op: PlanOp) => readonly KerasLink[] | null;

/** The rest in Keras's words, with the same answers; `null` where Keras has no words for it. */
const rewrites: Readonly<Record<string, Rewrite>> = {
	HardSwish: () => [stock('Activation', { activation: 'hard_silu' })],
	// Keras steps or leaves gaps, never both: it visits every place, and pooling over one cell picks those that count.
	GroupedConv2D: (layer, op) => dilatedSteps(layer, op),
	FixedFilter2D: (layer, op) => [fixedFilter(layer, op)],
	// Channels trade places with rows, are padded as rows, and trade back.
	ChannelPadding: ({ config }, op) => {
		if (!isMapShape(op.outputShape)) return null;
		const swap = stock('Permute', { dims: [3, 2, 1] });
		return [swap, zeros([Number(config.before), Number(config.after)], [0, 0]), swap];
	},
	PaddedMaxPooling2D: ({ config }, op) => pooling('MaxPooling2D', windowOf(config), op),
	PaddedAveragePooling2D: ({ config }, op) => {
		const window = windowOf(config);
		if (config.count_padding !== true) return pooling('AveragePooling2D', window, op);
		const [top, bottom, left, right] = window.pad;
		return [
			zeros([top, bottom], [left, right]),
			stock('AveragePooling2D', { pool_size: window.size, strides: window.strides, padding: 'valid', data_format: 'channels_last' }),
		];
	},
	// Keras counts from the middle of cells and ours from the first corner; copies of the nearest cell are the same.
	UpSampling2D: (layer, op) => (layer.config.interpolation === 'bilinear' ? mixture(layer, op) : [layer]),
};

/** One op's chain in Keras's own layers; `null` where Keras has none with the same answers. */
export function toKerasLayers(chain: readonly KerasLayer[], op: PlanOp): readonly KerasLink[] | null {
	const links = chain.map((layer) => (sameInKeras.has(layer.className) ? [layer] : (rewrites[layer.className]?.(layer, op) ?? null)));
	return links.some((link) => link === null) ? null : links.flatMap((link) => link ?? []);
}

function stock(className: string, config: Readonly<Record<string, unknown>>): KerasLink {
	return { className, config, weights: [] };
}

function zeros(rows: readonly [number, number], columns: readonly [number, number]): KerasLink {
	return stock('ZeroPadding2D', { padding: [rows, columns], data_format: 'channels_last' });
}
