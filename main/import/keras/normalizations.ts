import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { axesOf, isLastAxis, type Json, layers, one, part, type Rule } from './translation.ts';

const scaled = ({ scale, center }: Json): NodeConfig => ({ scale: scale !== false, center: center !== false });
const scaleAndShift = ({ scale, center }: Json): readonly string[] => [
	...(scale === false ? [] : ['gamma']),
	...(center === false ? [] : ['beta']),
];

/** Keras's names of what a Normalization has measured. */
export const STATISTICS = ['mean', 'variance', 'count'] as const;

/** Keras divides by the deviation, and by this where there is none. */
const LEAST_DEVIATION = 1e-7;

export function normalizationConfig(mean: readonly number[], variance: readonly number[]): NodeConfig {
	return { mean: [[...mean]], deviation: [variance.map((value) => Math.max(Math.sqrt(value), LEAST_DEVIATION))] };
}

/** A variance of one less this makes a batch normalization a plain scale. */
const AFFINE_EPSILON = 1e-6;

/** Layers that bring values to a steady range. */
export const normalizationRules: Readonly<Record<string, Rule>> = {
	BatchNormalization: (config, call) => {
		if (!isLastAxis(config.axis, call)) return null;
		const settings = {
			momentum: Math.min(Number(config.momentum ?? 0.99), 0.9999),
			epsilon: Number(config.epsilon ?? 0.001),
			...scaled(config),
		};
		const fixed = ['movingMean', 'movingVariance'];
		return layers([part('batchNorm', settings)], [...scaleAndShift(config), ...fixed], { fixed });
	},
	/** Over the channels; over other axes these become the last one for a while. */
	LayerNormalization: (config, call) => {
		const { shapes } = call;
		if (config.rms_scaling === true) return null;
		const layer = part('layerNorm', { epsilon: Number(config.epsilon ?? 0.001), ...scaled(config) });
		const weights = scaleAndShift(config);
		if (isLastAxis(config.axis, call)) return layers([layer], weights);
		const [shape] = shapes;
		const axes = shape && axesOf(config.axis ?? -1, shape.length)?.join();
		const flat = { holder: 1, arrange: flattened(weights) };
		if (shape && axes === shape.map((_, axis) => axis).join()) {
			return layers([part('flatten'), layer, part('reshape', { targetShape: [...shape] })], weights, flat);
		}
		if (shape?.length !== 3 || axes !== '0,1') return null;
		const [height = 1, width = 1, channels = 1] = shape;
		const ways = [part('permute', { dims: [3, 1, 2] }), part('reshape', { targetShape: [channels, height * width] })];
		const back = [part('reshape', { targetShape: [channels, height, width] }), part('permute', { dims: [2, 3, 1] })];
		return layers([...ways, layer, ...back], weights, { ...flat, holder: 2 });
	},
	/** −1 groups are as many as there are channels. */
	GroupNormalization: (config, call) => {
		const given = z.int().parse(config.groups);
		const groups = given === -1 ? (call.shapes[0]?.at(-1) ?? 0) : given;
		if (!isLastAxis(config.axis, call) || groups < 1) return null;
		const settings = { groups, epsilon: Number(config.epsilon ?? 0.001), ...scaled(config) };
		return layers([part('groupNorm', settings)], scaleAndShift(config));
	},
	// Its numbers stand among the weights where it has measured them, else in the config.
	Normalization: (config, call) => {
		const { mean, variance, axis, invert } = config;
		const isForAll = axis === null || (Array.isArray(axis) && axis.length === 0);
		if (!isForAll && !isLastAxis(axis, call)) return null;
		if (mean == null) return invert === true ? null : layers([part('normalization')], [...STATISTICS], { fixed: [...STATISTICS] });
		const [means, variances] = [mean, variance].map((list) => z.array(z.number()).parse([list].flat(4)));
		const measured = normalizationConfig(means ?? [], variances ?? []);
		if (invert !== true) return one('normalization', measured);
		// x · deviation + mean
		const [deviations = []] = z.array(z.array(z.number())).parse(measured.deviation);
		return one('normalization', {
			mean: [deviations.map((deviation, at) => -(means?.[at] ?? 0) / deviation)],
			deviation: [deviations.map((deviation) => 1 / deviation)],
		});
	},
	/** A factor for each channel, as ConvNeXt of keras.applications has it. */
	LayerScale: (config, { shapes: [shape] }) => {
		if (shape?.at(-1) !== config.projection_dim) return null;
		const settings = { epsilon: AFFINE_EPSILON, center: false, scale: true };
		return layers([part('batchNorm', settings)], ['gamma'], {
			arrange: ([gamma]) => {
				if (!gamma) return {};
				const filled = (value: number) => ({ shape: gamma.shape, values: new Float32Array(gamma.values.length).fill(value) });
				return { gamma, movingMean: filled(0), movingVariance: filled(1 - AFFINE_EPSILON) };
			},
		});
	},
};

/** The weights of all places as one row. */
function flattened(names: readonly string[]): NonNullable<Parameters<typeof layers>[2]>['arrange'] {
	return (tensors) =>
		Object.fromEntries(
			tensors.flatMap((tensor, at) => {
				const name = names[at];
				return name === undefined ? [] : [[name, { shape: [countValues(tensor.shape)], values: tensor.values }] as const];
			}),
		);
}
