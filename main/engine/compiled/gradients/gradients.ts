import { type Graph, type GraphNode, outputOf, type Value } from '../graph/graph.ts';
import { floats } from '../ops/array.ts';
import { addAll } from '../ops/math.ts';
import { arrayRules } from './array.ts';
import { elementwiseRules } from './elementwise.ts';
import { nnRules } from './nn.ts';
import type { GradientRule } from './rule.ts';

/** One rule per TensorFlow op, by the op's name. */
export const gradientRules: ReadonlyMap<string, GradientRule> = new Map(Object.entries({ ...elementwiseRules, ...arrayRules, ...nnRules }));

/**
 * Adds ops that compute how a single number changes with each of `values` (reverse mode: one pass back from the number). `null`
 * for a value that the number does not depend on. Throws where an op on the way has no rule.
 */
export function buildGradients(graph: Graph, number: Value, values: readonly Value[]): readonly (Value | null)[] {
	const nodes = [...graph.nodes];
	const reached = nodesThatDependOn(nodes, values);
	/** Parts of the gradient of each output, one from each op that uses it. */
	const parts = new Map<Value, Value[]>();
	const collect = (value: Value, part: Value): void => {
		const own = outputOf(value.node, value.index);
		parts.set(own, [...(parts.get(own) ?? []), part]);
	};
	const gradientOf = (value: Value): Value | null => {
		const found = parts.get(outputOf(value.node, value.index));
		return found ? addAll(graph, found) : null;
	};
	collect(number, floats(graph, 1));
	const asked = new Map<Value, Value | null>();
	const wanted = new Set(values.map(({ node, index }) => outputOf(node, index)));
	for (let place = nodes.length - 1; place >= 0; place--) {
		const node = nodes[place];
		if (!node || !reached.has(node)) continue;
		for (const output of node.outputs) if (wanted.has(output)) asked.set(output, gradientOf(output));
		const [first] = node.outputs;
		const gradient = first ? gradientOf(first) : null;
		const inputs = node.whole?.inputs ?? node.inputs;
		const isPassedOn = inputs.some((input) => isReached(reached, input));
		if (!gradient || !isPassedOn) continue;
		const rule = ruleFor(node);
		const wants = (input: number): boolean => {
			const fed = inputs[input];
			return fed !== undefined && isReached(reached, fed);
		};
		const passed = graph.within(`gradients/${node.name}`, () => rule({ graph, node, gradient, wants }));
		for (const [index, part] of passed.entries()) {
			const input = inputs[index];
			if (part && input && wants(index)) collect(input, part);
		}
	}
	return values.map(({ node, index }) => asked.get(outputOf(node, index)) ?? null);
}

function ruleFor({ op, whole }: GraphNode): GradientRule {
	if (whole) return ({ graph, gradient }) => whole.gradient(graph, gradient);
	const rule = gradientRules.get(op);
	if (!rule) throw new Error(`op ${op} has no gradient rule`);
	return rule;
}

/** The ops of `values` and all that follow from them by way of numbers that can change a little: sizes, places and answers cannot. */
function nodesThatDependOn(nodes: readonly GraphNode[], values: readonly Value[]): ReadonlySet<GraphNode> {
	const reached = new Set(values.map(({ node }) => node));
	for (const node of nodes) if (node.inputs.some((input) => isReached(reached, input))) reached.add(node);
	return reached;
}

function isReached(reached: ReadonlySet<GraphNode>, { node, dtype }: Value): boolean {
	return dtype === 'float32' && reached.has(node);
}
