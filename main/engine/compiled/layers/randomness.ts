import { z } from 'zod';
import type { Dims, Value } from '../graph/graph.ts';
import { countPerSample, known } from '../graph/shapes.ts';
import { cast, constant, floats, ints, pack, reshape, shapeOf, slice, splitBits } from '../ops/array.ts';
import { add, compare, multiply, scale } from '../ops/math.ts';
import { randomBits, randomNumbers } from '../ops/random.ts';
import { emitter, type LayerContext, type LayerEmitter, onlyInput } from './emitter.ts';

/** Which values of `shape` stay: true with probability 1 − `rate`. `batch` is the number of samples. */
function keep(batch: Value, shape: Dims, rate: number, context: LayerContext): Value {
	const { graph } = context;
	const perSample = countPerSample(shape);
	const fits = narrowBits.find(({ perDraw, levels, isFine }) => perSample % perDraw === 0 && (isFine || Number.isInteger(rate * levels)));
	if (!fits) {
		const sizes = pack(graph, [batch, ...shape.slice(1).map((size) => ints(graph, known(size, 'a size')))]);
		return compare(graph, 'GreaterEqual', randomNumbers(graph, 'uniform', sizes, shape, context.randomSeed()), floats(graph, rate));
	}
	// Drawing random numbers is what costs most in dropout, so each one serves several values.
	const { dtype, perDraw, levels } = fits;
	const draws = perSample / perDraw;
	const drawn = randomBits(graph, pack(graph, [batch, ints(graph, draws)]), [null, draws], context.randomSeed());
	const bits = reshape(graph, splitBits(graph, drawn, dtype), shape);
	const level = Math.round(rate * levels);
	const threshold = constant(graph, {
		dtype,
		shape: [],
		values: dtype === 'uint8' ? Uint8Array.of(level) : Uint16Array.of(level),
	});
	return compare(graph, 'GreaterEqual', bits, threshold);
}

/**
 * Narrow random numbers that one draw of 32 bits is cut into, and how many values each can have. Fine ones serve for any rate, being off
 * by less than one in 100,000.
 */
const narrowBits = [
	{ dtype: 'uint8', perDraw: 4, levels: 256, isFine: false },
	{ dtype: 'uint16', perDraw: 2, levels: 65_536, isFine: true },
] as const;

/** Zeros with probability `rate`, else 1 / (1 − rate), so that the expected sum stays (Srivastava et al. 2014). `shape` is that of the mask. */
function drop(input: Value, shape: Dims, rate: number, context: LayerContext): Value {
	const { graph } = context;
	const batch = reshape(graph, slice(graph, shapeOf(graph, input), [0], [1]), []);
	const mask = scale(graph, cast(graph, keep(batch, shape, rate, context), 'float32'), 1 / (1 - rate));
	return multiply(graph, input, mask);
}

const rateSchema = z.object({ rate: z.number() });

export const randomLayers: Readonly<Record<string, LayerEmitter>> = {
	Dropout: emitter(rateSchema, ({ rate }, inputs, context) => {
		const input = onlyInput(inputs);
		if (!context.isTraining || rate === 0) return input;
		return drop(input, input.shape, rate, context);
	}),
	// Whole feature maps: one draw per sample and channel.
	SpatialDropout2D: emitter(rateSchema, ({ rate }, inputs, context) => {
		const input = onlyInput(inputs);
		if (!context.isTraining || rate === 0) return input;
		const [batch = null, , , channels = null] = input.shape;
		return drop(input, [batch, 1, 1, channels], rate, context);
	}),
	GaussianNoise: emitter(z.object({ stddev: z.number() }), ({ stddev }, inputs, context) => {
		const { graph } = context;
		const input = onlyInput(inputs);
		if (!context.isTraining || stddev === 0) return input;
		const noise = randomNumbers(graph, 'normal', shapeOf(graph, input), input.shape, context.randomSeed());
		return add(graph, input, scale(graph, noise, stddev));
	}),
};
