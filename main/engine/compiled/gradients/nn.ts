import { type GraphNode, outputOf } from '../graph/graph.ts';
import { reshape, shapeOf } from '../ops/array.ts';
import { matMul, multiply } from '../ops/math.ts';
import { biasAddGradient, conv2d, conv2dBackpropFilter, conv2dBackpropInput, depthwiseGradients, type Sliding } from '../ops/nn.ts';
import { resizeGradient } from '../ops/resize.ts';
import { type GradientRule, inputOf, isSet, numbersOf } from './rule.ts';

function slidingOf(node: GraphNode): Sliding {
	const [, down = 1, across = 1] = numbersOf(node, 'strides');
	const padding = node.attributes.padding;
	if (padding?.kind !== 'string') throw new Error(`op ${node.op} has no padding`);
	return { strides: [down, across], padding: padding.value === 'SAME' ? 'SAME' : 'VALID' };
}

function poolAttributes(node: GraphNode): GraphNode['attributes'] {
	const { T, ksize, strides, padding } = node.attributes;
	if (!T || !ksize || !strides || !padding) throw new Error(`op ${node.op} lacks an attribute`);
	return { T, ksize, strides, padding };
}

/** The op's second output is the gradient of each row's loss for its logits; targets are given. */
const crossEntropyRule: GradientRule = ({ graph, node, gradient }) => [
	multiply(graph, outputOf(node, 1), reshape(graph, gradient, [...gradient.shape, 1])),
	null,
];

const resizeRule: GradientRule = ({ graph, node, gradient }) => [resizeGradient(graph, node, inputOf(node, 0), gradient), null];

export const nnRules: Readonly<Record<string, GradientRule>> = {
	MatMul: ({ graph, node, gradient, wants }) => {
		const first = inputOf(node, 0);
		const second = inputOf(node, 1);
		if (isSet(node, 'transpose_a') || isSet(node, 'transpose_b')) throw new Error('a product of turned matrices has no rule');
		return [wants(0) ? matMul(graph, gradient, second, false, true) : null, wants(1) ? matMul(graph, first, gradient, true, false) : null];
	},
	BiasAdd: ({ graph, gradient, wants }) => [gradient, wants(1) ? biasAddGradient(graph, gradient) : null],
	Conv2D: ({ graph, node, gradient, wants }) => {
		const input = inputOf(node, 0);
		const kernel = inputOf(node, 1);
		const how = slidingOf(node);
		return [
			wants(0) ? conv2dBackpropInput(graph, shapeOf(graph, input), input.shape, kernel, gradient, how) : null,
			wants(1) ? conv2dBackpropFilter(graph, input, shapeOf(graph, kernel), kernel.shape, gradient, how) : null,
		];
	},
	// The transposed convolution: its gradient is the convolution itself, and the kernel sees input and gradient change places.
	Conv2DBackpropInput: ({ graph, node, gradient, wants }) => {
		const kernel = inputOf(node, 1);
		const input = inputOf(node, 2);
		const how = slidingOf(node);
		return [
			null,
			wants(1) ? conv2dBackpropFilter(graph, gradient, shapeOf(graph, kernel), kernel.shape, input, how) : null,
			wants(2) ? conv2d(graph, gradient, kernel, how) : null,
		];
	},
	DepthwiseConv2dNative: ({ graph, node, gradient }) =>
		depthwiseGradients(graph, inputOf(node, 0), inputOf(node, 1), gradient, slidingOf(node)),
	MaxPool: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		return [graph.value('MaxPoolGrad', { inputs: [input, outputOf(node, 0), gradient], attributes: poolAttributes(node), output: input })];
	},
	AvgPool: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		return [graph.value('AvgPoolGrad', { inputs: [shapeOf(graph, input), gradient], attributes: poolAttributes(node), output: input })];
	},
	SparseSoftmaxCrossEntropyWithLogits: crossEntropyRule,
	SoftmaxCrossEntropyWithLogits: crossEntropyRule,
	ResizeBilinear: resizeRule,
	ResizeNearestNeighbor: resizeRule,
	LRN: ({ graph, node, gradient }) => {
		const input = inputOf(node, 0);
		return [graph.value('LRNGrad', { inputs: [gradient, input, outputOf(node, 0)], attributes: node.attributes, output: input })];
	},
};
