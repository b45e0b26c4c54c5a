import { z } from 'zod';
import type { Graph, Value } from '../graph/graph.ts';
import { isSameDims } from '../graph/shapes.ts';
import { concat } from '../ops/array.ts';
import { add, addAll, binary, multiply, scale, subtract } from '../ops/math.ts';
import { emitter, type LayerEmitter, noSettings } from './emitter.ts';

function joining(join: (graph: Graph, values: readonly Value[]) => Value): LayerEmitter {
	return emitter(noSettings, (_config, inputs, { graph }) => join(graph, inputs));
}

function inTurn(values: readonly Value[], combine: (so: Value, next: Value) => Value): Value {
	const [first, ...others] = values;
	if (!first) throw new Error('nothing to combine');
	return others.reduce(combine, first);
}

function sum(graph: Graph, values: readonly Value[]): Value {
	const [first] = values;
	const isAlike = values.length > 2 && first && values.every(({ shape }) => isSameDims(shape, first.shape));
	return isAlike ? addAll(graph, values) : inTurn(values, (so, next) => add(graph, so, next));
}

export const joiningLayers: Readonly<Record<string, LayerEmitter>> = {
	Add: joining(sum),
	Average: joining((graph, values) => scale(graph, sum(graph, values), 1 / values.length)),
	Multiply: joining((graph, values) => inTurn(values, (so, next) => multiply(graph, so, next))),
	Maximum: joining((graph, values) => inTurn(values, (so, next) => binary(graph, 'Maximum', so, next))),
	Subtract: joining((graph, values) => inTurn(values, (so, next) => subtract(graph, so, next))),
	Concatenate: emitter(z.object({ axis: z.int() }), ({ axis }, inputs, { graph }) =>
		concat(graph, inputs, axis < 0 ? axis + (inputs[0]?.shape.length ?? 0) : axis),
	),
};
