import { z } from 'zod';
import { ones, zeros } from '../graph/constants.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { countPerSample, known } from '../graph/shapes.ts';
import { floats, reshape, transpose } from '../ops/array.ts';
import { add, divide, multiply, reduce, scale, subtract, unary } from '../ops/math.ts';
import { fusedBatchNorm, localResponse } from '../ops/nn.ts';
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

/** `moving −= (1 − momentum) · (moving − value)`. */
function move(context: LayerContext, name: string, value: Value, momentum: number): void {
	const { graph } = context;
	const distance = subtract(graph, weightOf(context, name), value);
	context.update(assignSubtract(graph, context.variable(name), scale(graph, distance, 1 - momentum)));
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
			const isTraining = context.isTraining && !context.isFrozen;
			const stored = [weightOf(context, 'movingMean'), weightOf(context, 'movingVariance')] as const;
			// From the batch, the op wants no statistics.
			const [mean, variance] = isTraining ? [zeros(graph, [0]), zeros(graph, [0])] : stored;
			const gamma = context.weight('gamma') ?? ones(graph, [channels]);
			const beta = context.weight('beta') ?? zeros(graph, [channels]);
			const map = rank === 4 ? input : reshape(graph, input, [null, 1, countPerSample(input.shape) / channels, channels]);
			const normalized = fusedBatchNorm(graph, [map, gamma, beta, mean, variance], { epsilon, isTraining });
			if (isTraining) {
				move(context, 'movingMean', normalized.mean, momentum);
				move(context, 'movingVariance', normalized.variance, momentum);
			}
			return rank === 4 ? normalized.answer : reshape(graph, normalized.answer, input.shape);
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
