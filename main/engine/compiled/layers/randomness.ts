import { z } from 'zod';
import type { Value } from '../graph/graph.ts';
import { cast, floats, ints, pack, reshape, shapeOf, slice } from '../ops/array.ts';
import { add, compare, multiply, scale } from '../ops/math.ts';
import { randomNumbers } from '../ops/random.ts';
import { emitter, type LayerContext, type LayerEmitter, onlyInput } from './emitter.ts';

/** Zeros with probability `rate`, else 1 / (1 − rate), so that the expected sum stays (Srivastava et al. 2014). */
function drop(input: Value, sizes: Value, shape: Value['shape'], rate: number, context: LayerContext): Value {
	const { graph } = context;
	const drawn = randomNumbers(graph, 'uniform', sizes, shape, context.randomSeed());
	const mask = cast(graph, compare(graph, 'GreaterEqual', drawn, floats(graph, rate)), 'float32');
	return multiply(graph, scale(graph, input, 1 / (1 - rate)), mask);
}

const rateSchema = z.object({ rate: z.number() });

export const randomLayers: Readonly<Record<string, LayerEmitter>> = {
	Dropout: emitter(rateSchema, ({ rate }, inputs, context) => {
		const input = onlyInput(inputs);
		if (!context.isTraining || rate === 0) return input;
		return drop(input, shapeOf(context.graph, input), input.shape, rate, context);
	}),
	// Whole feature maps: one draw per sample and channel.
	SpatialDropout2D: emitter(rateSchema, ({ rate }, inputs, context) => {
		const { graph } = context;
		const input = onlyInput(inputs);
		if (!context.isTraining || rate === 0) return input;
		const [batch = null, , , channels = null] = input.shape;
		const count = reshape(graph, slice(graph, shapeOf(graph, input), [0], [1]), []);
		const sizes = pack(graph, [count, ints(graph, 1), ints(graph, 1), ints(graph, channels ?? 1)]);
		return drop(input, sizes, [batch, 1, 1, channels], rate, context);
	}),
	GaussianNoise: emitter(z.object({ stddev: z.number() }), ({ stddev }, inputs, context) => {
		const { graph } = context;
		const input = onlyInput(inputs);
		if (!context.isTraining || stddev === 0) return input;
		const noise = randomNumbers(graph, 'normal', shapeOf(graph, input), input.shape, context.randomSeed());
		return add(graph, input, scale(graph, noise, stddev));
	}),
};
