/** Element types of TensorFlow that the graph uses. */
export type DataType = 'float32' | 'int32' | 'int64' | 'uint8' | 'uint16' | 'bool' | 'string' | 'resource';

/** `null` where the size is known at run time only: the batch. */
export type Dim = number | null;
export type Dims = readonly Dim[];

/** One output of an op, with what is known of it before it runs. `[null, 28, 28, 1]` is a batch of pictures. */
export interface Value {
	readonly node: GraphNode;
	readonly index: number;
	readonly dtype: DataType;
	readonly shape: Dims;
}

/** An attribute of an op, tagged by its kind in TensorFlow's AttrValue. */
export type Attribute =
	| { readonly kind: 'int'; readonly value: number }
	| { readonly kind: 'float'; readonly value: number }
	| { readonly kind: 'bool'; readonly value: boolean }
	| { readonly kind: 'string'; readonly value: string }
	| { readonly kind: 'type'; readonly value: DataType }
	| { readonly kind: 'types'; readonly value: readonly DataType[] }
	| { readonly kind: 'shape'; readonly value: Dims }
	| { readonly kind: 'ints'; readonly value: readonly number[] }
	| { readonly kind: 'tensor'; readonly value: Constant };

/** Values of a constant, row-major. */
export interface Constant {
	readonly dtype: DataType;
	readonly shape: readonly number[];
	readonly values: Float32Array | Int32Array | Uint8Array | Uint16Array | readonly string[];
}

export type Attributes = Readonly<Record<string, Attribute>>;

/** One op of the graph. `controls` run before it without feeding it. */
export interface GraphNode {
	readonly name: string;
	readonly op: string;
	readonly inputs: readonly Value[];
	readonly controls: readonly GraphNode[];
	readonly attributes: Attributes;
	readonly outputs: readonly Value[];
	/** Where several ops make one function whose gradient is better known as a whole: the function that ends with this op. */
	readonly whole?: WholeFunction;
}

/** A function written as several ops, the last of which has one output. */
export interface WholeFunction {
	readonly inputs: readonly Value[];
	/** Gradients of the inputs from that of the output. */
	gradient(graph: Graph, gradient: Value): readonly Value[];
}

export interface OutputSpec {
	readonly dtype: DataType;
	readonly shape: Dims;
}

interface NodeRequest {
	readonly inputs?: readonly Value[];
	readonly attributes?: Attributes;
	readonly outputs: readonly OutputSpec[];
	readonly controls?: readonly GraphNode[];
	readonly whole?: WholeFunction;
	/** A wish; a number is added where it is taken. */
	readonly name?: string;
}

/** Collects the ops of a TensorFlow graph in an order in which each op follows what feeds it. */
export class Graph {
	readonly #nodes: GraphNode[] = [];
	readonly #taken = new Map<string, number>();
	/** Placed before the names of ops that are added: `train/conv_1/`. */
	#scope = '';

	get nodes(): readonly GraphNode[] {
		return this.#nodes;
	}

	/** Names the ops that `write` adds after `scope`. */
	within<Result>(scope: string, write: () => Result): Result {
		const outer = this.#scope;
		this.#scope = `${outer}${scope.replace(/[^A-Za-z0-9_.\\/-]/g, '_')}/`;
		try {
			return write();
		} finally {
			this.#scope = outer;
		}
	}

	add(op: string, { inputs = [], attributes = {}, outputs, controls = [], whole, name = op }: NodeRequest): GraphNode {
		const made: Value[] = [];
		const node: GraphNode = { name: this.#nameFor(name), op, inputs, controls, attributes, outputs: made, ...(whole && { whole }) };
		for (const [index, { dtype, shape }] of outputs.entries()) made.push({ node, index, dtype, shape });
		this.#nodes.push(node);
		return node;
	}

	/** An op with one output. */
	value(op: string, request: Omit<NodeRequest, 'outputs'> & { readonly output: OutputSpec }): Value {
		const { output, ...rest } = request;
		return outputOf(this.add(op, { ...rest, outputs: [output] }), 0);
	}

	#nameFor(wish: string): string {
		const name = `${this.#scope}${wish}`;
		const count = this.#taken.get(name) ?? 0;
		this.#taken.set(name, count + 1);
		return count === 0 ? name : `${name}_${count}`;
	}
}

/** Output `index` of an op; throws where it has none. */
export function outputOf(node: GraphNode, index: number): Value {
	const output = node.outputs[index];
	if (!output) throw new Error(`op ${node.op} has no output ${index}`);
	return output;
}

/** As TensorFlow names an output: `conv`, `conv:1`. */
export function nameOf({ node, index }: Value): string {
	return index === 0 ? node.name : `${node.name}:${index}`;
}

/** The same with the number of the output, as programs feed and fetch it: `conv:0`. */
export function fullName({ node, index }: Value): string {
	return `${node.name}:${index}`;
}
