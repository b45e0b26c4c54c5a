import { customLayerClasses, type KerasLayer } from '#shared/layers/targets.ts';
import type { PlanOp } from '#shared/plan/plan.ts';

type Rewrite = (layer: KerasLayer, op: PlanOp) => readonly KerasLayer[] | null;
type CustomClass = (typeof customLayerClasses)[number];

/**
 * Layers that only our engine has, in the words of layers that every reader has. The answers are the same to the bit;
 * `null` where no stock layers say the same.
 */
const rewrites: Readonly<Record<CustomClass, Rewrite>> = {
	// A whole map at a time: one value of the mask per channel, spread over rows and columns.
	SpatialDropout2D: ({ config }, op) => [
		{ className: 'Dropout', config: { rate: config.rate, noise_shape: [null, 1, 1, op.outputShape[2] ?? null] }, weights: [] },
	],
	GroupedConv2D: ({ config, weights }) => {
		const { groups, ...rest } = config;
		return groups === undefined || groups === 1 ? [{ className: 'Conv2D', config: rest, weights }] : null;
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
	const links = chain.map((layer) => (isCustom(layer.className) ? rewrites[layer.className](layer, op) : [layer]));
	return links.some((link) => link === null) ? null : links.flatMap((link) => link ?? []);
}

function isCustom(className: string): className is CustomClass {
	return (customLayerClasses as readonly string[]).includes(className);
}

function pooling(className: string, { pool_size, strides }: Readonly<Record<string, unknown>>): KerasLayer {
	return { className, config: { pool_size, strides, padding: 'valid', data_format: 'channels_last' }, weights: [] };
}

function sidesOf(pad: unknown): readonly number[] | null {
	return Array.isArray(pad) && pad.length === 4 && pad.every((side) => typeof side === 'number') ? pad : null;
}

function isWithoutPadding(pad: unknown): boolean {
	return sidesOf(pad)?.every((side) => side === 0) ?? pad === undefined;
}
