import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import {
	channelsFirst,
	type OnnxAttribute,
	type OnnxNode,
	type OnnxNumbers,
	type OnnxValue,
	type OnnxWeight,
} from '#shared/layers/onnx.ts';
import type { TargetContext } from '#shared/layers/targets.ts';
import { nameOf } from '#shared/plan/nodeName.ts';
import type { NamedWeight, PlanOp } from '#shared/plan/plan.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { arrange, channelsFirstArrangement } from '../arrangement.ts';
import type { ExportModel } from '../exporter.ts';
import { meetsInput, orderVectors } from '../vectorOrder.ts';
import { type AttributeProto, dataTypes, type NodeProto, type OnnxGraph, type TensorProto, type ValueInfo } from './proto.ts';

/**
 * A plan as an ONNX graph. The value that an op gives, and the operator that gives it, have the op's own name; operators before it add
 * theirs: `conv_1`, `conv_1/Conv`. Weights keep their names, `conv_1/kernel`.
 */
export function buildGraph({ plan, weights }: ExportModel): OnnxGraph {
	const builder = new GraphBuilder(weights);
	const orderOf = (op: PlanOp) => layerTargets(op).pytorch(op.config, contextOf(op))?.vectorOrder;
	const orders = orderVectors(plan, orderOf);
	const input: ValueInfo = { name: plan.input, shape: channelsFirst(plan.inputShape) };
	for (const op of plan.ops) {
		const map = orders.flattened.get(op.name) ?? null;
		const flattened = (spec: WeightSpec) => (meetsInput(spec, orderOf(op)) ? map : null);
		const options = { flattened, isReordered: orders.channelsLast.has(op.name) || orderOf(op) !== 'makes' };
		if (op.name === plan.input) builder.rename(op.name, input.name);
		else builder.add(op, nameOf(plan, op), op.name === plan.output, options);
	}
	return {
		name: plan.name,
		node: builder.nodes,
		initializer: builder.initializers,
		input: [input],
		output: [{ name: plan.output, shape: channelsFirst(plan.outputShape) }],
		valueInfo: builder.values.filter(({ name }) => name !== plan.output),
	};
}

interface OpOptions {
	/** The map whose values a weight meets channel by channel, as ONNX flattens it; the order of the weight follows. */
	readonly flattened: (spec: WeightSpec) => MapShape | null;
	/** What is flattened here has to be in the plan's order. */
	readonly isReordered: boolean;
}

class GraphBuilder {
	readonly nodes: NodeProto[] = [];
	readonly initializers: TensorProto[] = [];
	readonly values: ValueInfo[] = [];
	private readonly names = new Set<string>();
	private readonly outputs = new Map<string, string>();
	private readonly weights: ReadonlyMap<string, NamedWeight>;

	constructor(weights: readonly NamedWeight[]) {
		this.weights = new Map(weights.map((weight) => [weight.name, weight]));
	}

	/** An op that gives what is there already. */
	rename(op: string, value: string): void {
		this.outputs.set(op, value);
	}

	add(op: PlanOp, title: string, isAnswer: boolean, options: OpOptions): void {
		const inputs = op.inputs.map((_, index): OnnxValue => ({ from: 'input', index }));
		const described = layerTargets(op).onnx(op.config, inputs, contextOf(op));
		const value = withoutReordering(described, options);
		// Whoever asks for the answer asks by its name, even where the last layer does nothing.
		const last: OnnxValue =
			isAnswer && value.from !== 'node' ? { from: 'node', operator: 'Identity', inputs: [value], attributes: {} } : value;
		const written = new Map<OnnxValue, string>();
		this.outputs.set(op.name, this.write(last, last, { op, title, written, options }));
	}

	private write(value: OnnxValue, last: OnnxValue, context: WriteContext): string {
		const { op, written, options } = context;
		const known = written.get(value);
		if (known !== undefined) return known;
		const name = this.writeNew(value, last, context, op, options);
		written.set(value, name);
		return name;
	}

	private writeNew(value: OnnxValue, last: OnnxValue, context: WriteContext, op: PlanOp, options: OpOptions): string {
		switch (value.from) {
			case 'input': {
				const feed = this.outputs.get(op.inputs[value.index] ?? '');
				if (feed === undefined) throw new Error(`op ${op.name} has no input ${value.index} that was written before`);
				return feed;
			}
			case 'weight':
				return this.writeWeight(value, op, options.flattened);
			case 'numbers':
				return this.writeNumbers(value, op);
			case 'node':
				return this.writeNode(value, last, context);
		}
	}

	private writeNode(value: OnnxNode, last: OnnxValue, context: WriteContext): string {
		const { op, title } = context;
		const input = value.inputs.map((source) =>
			source === null ? '' : this.write(withoutReordering(source, context.options), last, context),
		);
		const name = this.unique(value === last ? op.name : `${op.name}/${value.operator}`);
		this.nodes.push({
			name,
			opType: value.operator,
			input,
			output: [name],
			attribute: Object.entries(value.attributes).map(([key, attribute]) => attributeProto(key, attribute)),
			...(title === op.name ? {} : { docString: title }),
		});
		this.values.push({ name, shape: value.shape ?? channelsFirst(op.outputShape) });
		return name;
	}

	private writeWeight({ name, shape }: OnnxWeight, op: PlanOp, flattened: OpOptions['flattened']): string {
		const spec = op.weights.find((candidate) => candidate.name === name);
		const weight = this.weights.get(`${op.name}/${name}`);
		if (!spec || !weight) throw new Error(`op ${op.name} has no weight ${name}`);
		const arrangement = channelsFirstArrangement(spec, flattened(spec));
		const dims = shape ?? arrangement.shape;
		return this.writeTensor(weight.name, dims, 'float', bytesOf(arrange(weight.values, arrangement)));
	}

	private writeNumbers({ type, shape, values }: OnnxNumbers, op: PlanOp): string {
		const bytes = bytesOf(type === 'float' ? Float32Array.from(values) : BigInt64Array.from(values, BigInt));
		return this.writeTensor(this.unique(`${op.name}/${type === 'float' ? 'numbers' : 'sizes'}`), shape, type, bytes);
	}

	private writeTensor(name: string, dims: readonly number[], type: keyof typeof dataTypes, rawData: Uint8Array): string {
		this.initializers.push({ name, dims, dataType: dataTypes[type], rawData });
		return name;
	}

	private unique(wanted: string): string {
		let name = wanted;
		for (let number = 2; this.names.has(name); number++) name = `${wanted}_${number}`;
		this.names.add(name);
		return name;
	}
}

interface WriteContext {
	readonly op: PlanOp;
	readonly title: string;
	readonly written: Map<OnnxValue, string>;
	readonly options: OpOptions;
}

/** Past an operator that is not needed because what follows takes ONNX's order. */
function withoutReordering(value: OnnxValue, { isReordered }: OpOptions): OnnxValue {
	if (value.from !== 'node' || !value.isReordering || isReordered) return value;
	const [source] = value.inputs;
	if (!source) throw new Error('an operator that reorders takes one value');
	return source;
}

function contextOf({ inputShapes, outputShape }: PlanOp): TargetContext {
	return { inputs: inputShapes, output: outputShape };
}

function layerTargets(op: PlanOp) {
	const definition = layerDefinition(op.kind);
	if (!definition) throw new Error(`op ${op.name} is of kind ${op.kind}, which the catalogue does not have`);
	return definition.targets;
}

function attributeProto(name: string, attribute: OnnxAttribute): AttributeProto {
	if (typeof attribute === 'number') return { name, type: 'INT', i: attribute };
	if (typeof attribute === 'string') return { name, type: 'STRING', s: new TextEncoder().encode(attribute) };
	return 'float' in attribute ? { name, type: 'FLOAT', f: attribute.float } : { name, type: 'INTS', ints: attribute };
}

/** Little endian, as every machine is that Electron and Node run on. */
function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | BigInt64Array): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
