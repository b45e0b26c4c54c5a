import { z } from 'zod';
import { ones, zeros } from '../graph/constants.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { countPerSample, known } from '../graph/shapes.ts';
import { floats, reshape, transpose } from '../ops/array.ts';
import { normalize, normalizeByBatch, statisticsOf } from '../ops/batchNorm.ts';
import { add, divide, multiply, reduce, scale, subtract, unary } from '../ops/math.ts';
import { biasAdd, localResponse } from '../ops/nn.ts';
import { assignSubtract } from '../ops/state.ts';
import { emitter, type LayerContext, type LayerEmitter, NotCompilable, onlyInput, weightOf } from './emitter.ts';

function channelsOf(value: Value): number {
	return known(value.shape.at(-1), 'the number of channels');
}

/** (x − mean) / √(variance + ε) over the last axis. */
function normalizeLastAxis(graph: Graph, value: Value, epsilon: number): Value {
	const last = [value.shape.length - 1];
	const centred = subtract(graph, value, reduce(graph, 'Mean', value, last, true));
	const variance = reduce(graph, 'Mean', unary(graph, 'Square', centred), last, true);
	return multiply(graph, centred, unary(graph, 'Rsqrt', add(graph, variance, floats(graph, epsilon))));
}

function scaleAndShift(value: Value, context: LayerContext): Value {
	const gamma = context.weight('gamma');
	const beta = context.weight('beta');
	const scaled = gamma ? multiply(context.graph, value, gamma) : value;
	return beta ? add(context.graph, scaled, beta) : scaled;
}

/**
 * The input less what is stored as its mean, which is near its mean once training is under way: then its variance can be had in one
 * pass. After a convolution it costs nothing, as it is part of its bias.
 */
function centre(graph: Graph, input: Value, storedMean: Value): Value {
	const [before, bias] = input.node.inputs;
	if (input.node.op === 'BiasAdd' && !input.node.whole && before && bias) return biasAdd(graph, before, subtract(graph, bias, storedMean));
	return biasAdd(graph, input, unary(graph, 'Neg', storedMean));
}

/** `moving ← moving + (1 − momentum) · distance`. */
function move(context: LayerContext, name: string, distance: Value, momentum: number): void {
	const { graph } = context;
	context.update(assignSubtract(graph, context.variable(name), scale(graph, distance, momentum - 1)));
}

export const normalizationLayers: Readonly<Record<string, LayerEmitter>> = {
	// Statistics with the biased variance, as Keras keeps them; a frozen layer uses its stored ones.
	BatchNormalization: emitter(
		z.object({ axis: z.int(), momentum: z.number(), epsilon: z.number() }),
		({ axis, momentum, epsilon }, inputs, context) => {
			const { graph } = context;
			const input = onlyInput(inputs);
			const rank = input.shape.length;
			if (axis !== -1 && axis !== rank - 1) throw new NotCompilable(`batch normalization over axis ${axis} of ${rank}`);
			const channels = channelsOf(input);
			const stored = { mean: weightOf(context, 'movingMean'), variance: weightOf(context, 'movingVariance') };
			const gamma = context.weight('gamma') ?? ones(graph, [channels]);
			const beta = context.weight('beta') ?? zeros(graph, [channels]);
			const mapOf = (value: Value) =>
				rank === 4 ? value : reshape(graph, value, [null, 1, countPerSample(input.shape) / channels, channels]);
			const back = (map: Value) => (rank === 4 ? map : reshape(graph, map, input.shape));
			if (!context.isTraining || context.isFrozen) return back(normalize(graph, mapOf(input), stored, { gamma, beta }, epsilon));
			const map = mapOf(centre(graph, input, stored.mean));
			const { mean, variance } = statisticsOf(graph, map, epsilon);
			move(context, 'movingMean', mean, momentum);
			move(context, 'movingVariance', subtract(graph, variance, stored.variance), momentum);
			return back(normalizeByBatch(graph, map, { mean, variance }, { gamma, beta }, epsilon));
		},
	),
	LayerNormalization: emitter(z.object({ epsilon: z.number() }), ({ epsilon }, inputs, context) =>
		scaleAndShift(normalizeLastAxis(context.graph, onlyInput(inputs), epsilon), context),
	),
	// Mean and variance over all places and the channels of a group, for every sample.
	GroupNormalization: emitter(z.object({ groups: z.int(), epsilon: z.number() }), ({ groups, epsilon }, inputs, context) => {
		const { graph } = context;
		const input = onlyInput(inputs);
		const channels = channelsOf(input);
		const places = countPerSample(input.shape) / channels;
		const apart = transpose(graph, reshape(graph, input, [null, places, groups, channels / groups]), [0, 2, 1, 3]);
		const normalized = normalizeLastAxis(graph, reshape(graph, apart, [null, groups, (places * channels) / groups]), epsilon);
		const back = transpose(graph, reshape(graph, normalized, [null, groups, places, channels / groups]), [0, 2, 1, 3]);
		return scaleAndShift(reshape(graph, back, input.shape), context);
	}),
	LocalResponseNormalization: emitter(
		z.object({ depth_radius: z.int(), bias: z.number(), alpha: z.number(), beta: z.number() }),
		({ depth_radius, bias, alpha, beta }, inputs, { graph }) =>
			localResponse(graph, onlyInput(inputs), { depthRadius: depth_radius, bias, alpha, beta }),
	),
	Normalization: emitter(z.object({ mean: z.array(z.number()), variance: z.array(z.number()) }), ({ mean, variance }, inputs, { graph }) =>
		divide(graph, subtract(graph, onlyInput(inputs), floats(graph, mean)), floats(graph, variance.map(Math.sqrt))),
	),
	Rescaling: emitter(z.object({ scale: z.number(), offset: z.number() }), (config, inputs, { graph }) =>
		add(graph, scale(graph, onlyInput(inputs), config.scale), floats(graph, config.offset)),
	),
};
