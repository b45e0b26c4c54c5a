import type { Graph, GraphNode, Value } from '../graph/graph.ts';

/** What a rule works with: an op, and how the sum to be differentiated changes with its outputs. */
export interface RuleContext {
	readonly graph: Graph;
	readonly node: GraphNode;
	/** Gradient of the first output. */
	readonly gradient: Value;
	/** Whether anybody asks for the gradient of this input; a rule may leave out the others. */
	wants(input: number): boolean;
}

/** Gradients of an op's inputs, in their order; `null` where there is none (a size, an axis) or nobody asks. */
export type GradientRule = (context: RuleContext) => readonly (Value | null)[];

/** Input `place` of an op; throws where it has none. */
export function inputOf({ op, inputs }: GraphNode, place: number): Value {
	const input = inputs[place];
	if (!input) throw new Error(`op ${op} has no input ${place}`);
	return input;
}

export function numbersOf(node: GraphNode, attribute: string): readonly number[] {
	const found = node.attributes[attribute];
	if (found?.kind !== 'ints') throw new Error(`op ${node.op} has no list ${attribute}`);
	return found.value;
}

export function numberOf(node: GraphNode, attribute: string): number {
	const found = node.attributes[attribute];
	if (found?.kind !== 'int' && found?.kind !== 'float') throw new Error(`op ${node.op} has no number ${attribute}`);
	return found.value;
}

export function isSet(node: GraphNode, attribute: string): boolean {
	const found = node.attributes[attribute];
	return found?.kind === 'bool' && found.value;
}

/** Whole numbers that are written into the graph: axes, amounts of padding. */
export function constantOf(value: Value): readonly number[] {
	const found = value.node.attributes.value;
	if (value.node.op !== 'Const' || found?.kind !== 'tensor') throw new Error(`${value.node.name} is not a constant`);
	return Array.from(found.value.values, Number);
}
