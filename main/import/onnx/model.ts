import { message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import { LIMITS, type ValueBudget } from '../limits.ts';
import { type Constant, readTensor, TENSOR_FIELDS } from './tensor.ts';
import { FieldBudget, Fields } from './wire.ts';

/** Setting of an operator, by its type in the file. */
export type Attribute = number | string | readonly number[] | Constant;

/** One operator. */
export interface OnnxNode {
	readonly name: string;
	readonly operator: string;
	/** Names of values; empty where an optional one is left out. */
	readonly inputs: readonly string[];
	readonly outputs: readonly string[];
	readonly attributes: ReadonlyMap<string, Attribute>;
}

/** A value with its size, where the file tells: `null` for a dimension without a number. */
export interface ValueSize {
	readonly name: string;
	readonly shape: readonly (number | null)[] | null;
}

/** What an `.onnx` file says, with its numbers. */
export interface OnnxModel {
	readonly name: string;
	readonly opset: number;
	readonly inputs: readonly ValueSize[];
	readonly outputs: readonly ValueSize[];
	readonly nodes: readonly OnnxNode[];
	readonly constants: ReadonlyMap<string, Constant>;
}

const DEFAULT_DOMAINS: ReadonlySet<string> = new Set(['', 'ai.onnx']);
const ATTRIBUTE = { f: 2, i: 3, s: 4, t: 5, floats: 7, ints: 8 } as const;

/** Reads the bytes of an ONNX file by the field numbers of onnx/onnx.proto. Throws an Error where they are not those of a model. */
export async function readModel(bytes: Uint8Array, folder: string, budget: ValueBudget, signal?: AbortSignal): Promise<OnnxModel> {
	const fields = new FieldBudget();
	const model = Fields.read(bytes, [1, 7, 8], fields);
	const graph = model.message(7, [1, 2, 5, 11, 12]);
	if (!graph || model.number(1) === undefined) throw new Error('no graph');
	const operators = graph.bytesOf(1);
	if (operators.length > LIMITS.operators) {
		throw new Problem(message('importing.problem.tooManyLayers', { limit: LIMITS.operators }));
	}
	const constants = new Map<string, Constant>();
	for (const tensor of graph.messages(5, TENSOR_FIELDS)) {
		signal?.throwIfAborted();
		constants.set(tensor.text(8), await readTensor(tensor, folder, budget));
	}
	const nodes: OnnxNode[] = [];
	for (const part of graph.messages(1, [1, 2, 3, 4, 5, 7])) nodes.push(await readNode(part, folder, budget));
	const opsets = model.messages(8, [1, 2]).filter((opset) => DEFAULT_DOMAINS.has(opset.text(1)));
	const values = graph.messages(11, [1, 2]).map(readValue);
	return {
		name: graph.text(2) || 'model',
		opset: opsets[0]?.number(2) ?? 1,
		inputs: values.filter(({ name }) => !constants.has(name)),
		outputs: graph.messages(12, [1, 2]).map(readValue),
		nodes,
		constants,
	};
}

async function readNode(part: Fields, folder: string, budget: ValueBudget): Promise<OnnxNode> {
	const attributes = new Map<string, Attribute>();
	for (const attribute of part.messages(5, [1, ...Object.values(ATTRIBUTE)])) {
		const value = await readAttribute(attribute, folder, budget);
		if (value !== undefined) attributes.set(attribute.text(1), value);
	}
	const domain = part.text(7);
	return {
		name: part.text(3),
		operator: DEFAULT_DOMAINS.has(domain) ? part.text(4) : `${domain}.${part.text(4)}`,
		inputs: part.texts(1),
		outputs: part.texts(2),
		attributes,
	};
}

async function readAttribute(attribute: Fields, folder: string, budget: ValueBudget): Promise<Attribute | undefined> {
	const tensor = attribute.message(ATTRIBUTE.t, TENSOR_FIELDS);
	if (tensor) return readTensor(tensor, folder, budget);
	const single = attribute.number(ATTRIBUTE.i) ?? attribute.number(ATTRIBUTE.f);
	if (single !== undefined) return single;
	if (attribute.bytes(ATTRIBUTE.s)) return attribute.text(ATTRIBUTE.s);
	const floats = attribute.floats(ATTRIBUTE.floats);
	return floats.length > 0 ? [...floats] : attribute.integers(ATTRIBUTE.ints);
}

function readValue(value: Fields): ValueSize {
	const shape = value.message(2, [1])?.message(1, [2])?.message(2, [1]);
	return {
		name: value.text(1),
		shape: shape ? shape.messages(1, [1, 2]).map((dim) => dim.number(1) ?? null) : null,
	};
}
