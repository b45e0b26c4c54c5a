import type { Graph, Value } from '../graph/graph.ts';
import { outputOf } from '../graph/graph.ts';
import { isSameDims, repeatedAxes } from '../graph/shapes.ts';
import { cast, floats, reshapeTo, shapeOf } from '../ops/array.ts';
import { add, compare, divide, elementGradient, leakyReluGradient, multiply, reduce, scale, select, subtract, unary } from '../ops/math.ts';
import { type GradientRule, inputOf, numberOf, type RuleContext } from './rule.ts';

/** The gradient of a value that was repeated along axes: summed over them again. */
export function sumLike(graph: Graph, gradient: Value, like: Value): Value {
	if (isSameDims(gradient.shape, like.shape)) return gradient;
	const summed = reduce(graph, 'Sum', gradient, repeatedAxes(gradient.shape, like.shape));
	return isSameDims(summed.shape, like.shape) ? summed : reshapeTo(graph, summed, shapeOf(graph, like), like.shape);
}

type BinaryRule = (context: RuleContext, first: Value, second: Value) => readonly [first: () => Value, second: () => Value];

/** A rule for an op of two values in which a size of 1 serves an axis. Only what is asked for is computed. */
function binaryRule(rule: BinaryRule): GradientRule {
	return (context) => {
		const { graph, node } = context;
		const first = inputOf(node, 0);
		const second = inputOf(node, 1);
		const [forFirst, forSecond] = rule(context, first, second);
		return [context.wants(0) ? sumLike(graph, forFirst(), first) : null, context.wants(1) ? sumLike(graph, forSecond(), second) : null];
	};
}

/** A rule for an op of one value, from its input and its output. */
function unaryRule(rule: (graph: Graph, gradient: Value, input: Value, output: Value) => Value): GradientRule {
	return ({ graph, node, gradient }) => [rule(graph, gradient, inputOf(node, 0), outputOf(node, 0))];
}

/** The larger (or smaller) of two takes the gradient; the first where both are alike, as in TensorFlow. */
function chosenRule(isFirst: (graph: Graph, first: Value, second: Value) => Value): GradientRule {
	return binaryRule(({ graph, gradient }, first, second) => {
		const chosen = isFirst(graph, first, second);
		const zero = () => floats(graph, 0);
		return [() => select(graph, chosen, gradient, zero()), () => select(graph, chosen, zero(), gradient)];
	});
}

/** 2/√π, the slope of the error function at 0. */
const ERF_SLOPE = 2 / Math.sqrt(Math.PI);

export const elementwiseRules: Readonly<Record<string, GradientRule>> = {
	AddV2: binaryRule(({ gradient }) => [() => gradient, () => gradient]),
	Sub: binaryRule(({ graph, gradient }) => [() => gradient, () => unary(graph, 'Neg', gradient)]),
	Mul: binaryRule(({ graph, gradient }, first, second) => [
		() => multiply(graph, gradient, second),
		() => multiply(graph, gradient, first),
	]),
	RealDiv: binaryRule(({ graph, node, gradient }, _first, second) => [
		() => divide(graph, gradient, second),
		() => unary(graph, 'Neg', multiply(graph, gradient, divide(graph, outputOf(node, 0), second))),
	]),
	SquaredDifference: binaryRule(({ graph, gradient }, first, second) => {
		const twice = () => multiply(graph, scale(graph, gradient, 2), subtract(graph, first, second));
		return [twice, () => unary(graph, 'Neg', twice())];
	}),
	Maximum: chosenRule((graph, first, second) => compare(graph, 'GreaterEqual', first, second)),
	Minimum: chosenRule((graph, first, second) => compare(graph, 'GreaterEqual', second, first)),
	AddN: ({ node, gradient }) => node.inputs.map(() => gradient),
	Identity: ({ gradient }) => [gradient],
	Neg: unaryRule((graph, gradient) => unary(graph, 'Neg', gradient)),
	Exp: unaryRule((graph, gradient, _input, output) => multiply(graph, gradient, output)),
	Log: unaryRule((graph, gradient, input) => divide(graph, gradient, input)),
	Log1p: unaryRule((graph, gradient, input) => divide(graph, gradient, add(graph, input, floats(graph, 1)))),
	Sqrt: unaryRule((graph, gradient, _input, output) => divide(graph, scale(graph, gradient, 0.5), output)),
	Rsqrt: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'RsqrtGrad', output, gradient)),
	Square: unaryRule((graph, gradient, input) => multiply(graph, scale(graph, gradient, 2), input)),
	// Half the sum of squares.
	L2Loss: unaryRule((graph, gradient, input) => multiply(graph, gradient, input)),
	Abs: unaryRule((graph, gradient, input) => multiply(graph, gradient, unary(graph, 'Sign', input))),
	Erf: unaryRule((graph, gradient, input) => {
		const slope = unary(graph, 'Exp', unary(graph, 'Neg', unary(graph, 'Square', input)));
		return multiply(graph, scale(graph, gradient, ERF_SLOPE), slope);
	}),
	Tanh: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'TanhGrad', output, gradient)),
	Sigmoid: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'SigmoidGrad', output, gradient)),
	// From outputs, not inputs: the input need not be kept, so that it can be made in one pass with what is before it.
	Relu: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'ReluGrad', gradient, output)),
	Relu6: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'Relu6Grad', gradient, output)),
	Elu: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'EluGrad', gradient, output)),
	Selu: unaryRule((graph, gradient, _input, output) => elementGradient(graph, 'SeluGrad', gradient, output)),
	Softplus: unaryRule((graph, gradient, input) => elementGradient(graph, 'SoftplusGrad', gradient, input)),
	LeakyRelu: ({ graph, node, gradient }) => [leakyReluGradient(graph, gradient, inputOf(node, 0), numberOf(node, 'alpha'))],
	SelectV2: ({ graph, node, gradient, wants }) => {
		const condition = inputOf(node, 0);
		const zero = floats(graph, 0);
		return [
			null,
			wants(1) ? sumLike(graph, select(graph, condition, gradient, zero), inputOf(node, 1)) : null,
			wants(2) ? sumLike(graph, select(graph, condition, zero, gradient), inputOf(node, 2)) : null,
		];
	},
	Softmax: unaryRule((graph, gradient, _input, output) => {
		const along = reduce(graph, 'Sum', multiply(graph, gradient, output), [output.shape.length - 1], true);
		return multiply(graph, subtract(graph, gradient, along), output);
	}),
	Cast: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		return [input.dtype === 'float32' ? cast(graph, gradient, input.dtype) : null];
	},
};
