import { outputOf, type Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import { broadcastLike, cast, pad, reshapeTo, shapeOf, sizeOf, slice, sliceAxis, transpose } from '../ops/array.ts';
import { compare, divide, multiply } from '../ops/math.ts';
import { sumLike } from './elementwise.ts';
import { constantOf, type GradientRule, inputOf, isSet, type RuleContext } from './rule.ts';

/** The gradient of a sum, or the sum itself, with its axes back as size 1. */
function withAxes({ graph, node }: RuleContext, value: Value): Value {
	if (isSet(node, 'keep_dims')) return value;
	const axes = constantOf(inputOf(node, 1));
	const shape = inputOf(node, 0).shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
	return reshapeTo(graph, value, sizesOf(graph, shape), shape);
}

function sizesOf(graph: RuleContext['graph'], shape: Value['shape']): Value {
	return graph.value('Const', {
		attributes: {
			dtype: { kind: 'type', value: 'int32' },
			value: { kind: 'tensor', value: { dtype: 'int32', shape: [shape.length], values: Int32Array.from(shape, (size) => size ?? -1) } },
		},
		output: { dtype: 'int32', shape: [shape.length] },
	});
}

/** Pairs from a flat list. */
function pairs(values: readonly number[]): readonly (readonly [number, number])[] {
	return Array.from({ length: values.length / 2 }, (_, place) => [values[2 * place] ?? 0, values[2 * place + 1] ?? 0] as const);
}

/** What was padded on is cut off again. */
const padRule: GradientRule = ({ graph, node, gradient }) => {
	const input = inputOf(node, 0);
	const begin = pairs(constantOf(inputOf(node, 1))).map(([before]) => before);
	return [
		slice(
			graph,
			gradient,
			begin,
			input.shape.map((size) => size ?? -1),
		),
		null,
		null,
	].slice(0, node.inputs.length);
};

export const arrayRules: Readonly<Record<string, GradientRule>> = {
	Reshape: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		const sizes = input.shape.filter((size) => size === null).length > 1 ? shapeOf(graph, input) : sizesOf(graph, input.shape);
		return [reshapeTo(graph, gradient, sizes, input.shape), null];
	},
	BroadcastTo: ({ graph, node, gradient }) => [sumLike(graph, gradient, inputOf(node, 0)), null],
	Transpose: ({ graph, node, gradient }) => {
		const order = constantOf(inputOf(node, 1));
		return [
			transpose(
				graph,
				gradient,
				order.map((_, axis) => order.indexOf(axis)),
			),
			null,
		];
	},
	Pad: padRule,
	PadV2: padRule,
	Slice: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		const begin = constantOf(inputOf(node, 1));
		const amounts = input.shape.map((size, axis) => {
			const before = begin[axis] ?? 0;
			if (size === null) return [0, 0] as const;
			return [before, size - before - known(gradient.shape[axis], 'the size of a block')] as const;
		});
		return [pad(graph, gradient, amounts), null, null];
	},
	ConcatV2: ({ graph, node, gradient, wants }) => {
		const parts = node.inputs.slice(0, -1);
		const axis = constantOf(inputOf(node, parts.length))[0] ?? 0;
		let begin = 0;
		const gradients = parts.map((part, place) => {
			const size = known(part.shape[axis], 'a size along which values are joined');
			const from = begin;
			begin += size;
			return wants(place) ? sliceAxis(graph, gradient, axis, from, size) : null;
		});
		return [...gradients, null];
	},
	Sum: (context) => [broadcastLike(context.graph, withAxes(context, context.gradient), inputOf(context.node, 0)), null],
	Mean: (context) => {
		const { graph, node, gradient } = context;
		const input = inputOf(node, 0);
		const float = (count: Value) => cast(graph, count, 'float32');
		// How many values each mean is of; known at run time only where the batch is among the axes.
		const share = divide(graph, float(sizeOf(graph, outputOf(node, 0))), float(sizeOf(graph, input)));
		return [broadcastLike(graph, multiply(graph, withAxes(context, gradient), share), input), null];
	},
	// All places that are as large as the largest get the gradient, like Keras's and tfjs's gradients of a maximum over axes.
	Max: (context) => {
		const { graph, node, gradient } = context;
		const input = inputOf(node, 0);
		const isLargest = compare(graph, 'Equal', input, withAxes(context, outputOf(node, 0)));
		return [multiply(graph, withAxes(context, gradient), cast(graph, isLargest, 'float32')), null];
	},
};
