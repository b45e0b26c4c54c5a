import { z } from 'zod';
import { ones } from '../graph/constants.ts';
import type { Graph, Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import { pad } from '../ops/array.ts';
import { divide, reduce, unary } from '../ops/math.ts';
import { type PoolOp, pool } from '../ops/nn.ts';
import { emitter, type LayerEmitter, noSettings, onlyInput, pairSchema } from './emitter.ts';

const stockSchema = z.object({
	pool_size: pairSchema,
	strides: pairSchema,
	padding: z.enum(['valid', 'same']),
	data_format: z.literal('channels_last').optional(),
});

const paddedSchema = z.object({
	pool_size: pairSchema,
	strides: pairSchema,
	/** Rows and columns around the map: top, bottom, left, right. */
	pad: z.tuple([z.int(), z.int(), z.int(), z.int()]),
	count_padding: z.boolean().optional(),
});

function stock(op: PoolOp): LayerEmitter {
	return emitter(stockSchema, ({ pool_size, strides, padding }, inputs, { graph }) => {
		const pooled = (value: Value) => pool(graph, op, value, pool_size, { strides, padding: padding === 'same' ? 'SAME' : 'VALID' });
		const input = onlyInput(inputs);
		const [before] = input.node.inputs;
		// The largest of rectified values is the rectified largest, with the same gradient, on a map that is smaller by then.
		if (op === 'MaxPool' && input.node.op === 'Relu' && before) return unary(graph, 'Relu', pooled(before));
		return pooled(input);
	});
}

function padAround(graph: Graph, input: Value, [top, bottom, left, right]: z.infer<typeof paddedSchema>['pad'], fill: number): Value {
	const amounts = [
		[0, 0],
		[top, bottom],
		[left, right],
		[0, 0],
	] as const;
	return pad(graph, input, amounts, fill);
}

export const poolingLayers: Readonly<Record<string, LayerEmitter>> = {
	MaxPooling2D: stock('MaxPool'),
	AveragePooling2D: stock('AvgPool'),
	// The padding is below every value, so that it never wins.
	PaddedMaxPooling2D: emitter(paddedSchema, (config, inputs, { graph }) => {
		const padded = padAround(graph, onlyInput(inputs), config.pad, Number.NEGATIVE_INFINITY);
		return pool(graph, 'MaxPool', padded, config.pool_size, { strides: config.strides, padding: 'VALID' });
	}),
	PaddedAveragePooling2D: emitter(paddedSchema, (config, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const mean = (value: Value) =>
			pool(graph, 'AvgPool', padAround(graph, value, config.pad, 0), config.pool_size, { strides: config.strides, padding: 'VALID' });
		if (config.count_padding) return mean(input);
		// Pooling a map of ones gives the share of each window that lies inside.
		const inside = ones(graph, [1, known(input.shape[1], 'the height'), known(input.shape[2], 'the width'), 1]);
		return divide(graph, mean(input), mean(inside));
	}),
	GlobalAveragePooling2D: emitter(noSettings, (_config, inputs, { graph }) => reduce(graph, 'Mean', onlyInput(inputs), [1, 2])),
	GlobalMaxPooling2D: emitter(noSettings, (_config, inputs, { graph }) => reduce(graph, 'Max', onlyInput(inputs), [1, 2])),
};
