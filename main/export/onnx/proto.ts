import { Root } from 'protobufjs/light.js';
import { onnxSchema } from './schema.ts';

/** Runtimes since early 2024 read it: ONNX 1.15, ONNX Runtime 1.17. The first with GELU as one operator. */
const OPSET = 20;
const IR_VERSION = 9;

export const dataTypes = { float: 1, int64: 7 } as const;

/** One number or word, several whole numbers, or a float. */
export interface AttributeProto {
	readonly name: string;
	readonly type: 'FLOAT' | 'INT' | 'STRING' | 'INTS';
	readonly f?: number;
	readonly i?: number;
	readonly s?: Uint8Array;
	readonly ints?: readonly number[];
}

export interface NodeProto {
	readonly name: string;
	readonly opType: string;
	/** Names of values; empty where an optional one is left out. */
	readonly input: readonly string[];
	readonly output: readonly [string];
	readonly attribute: readonly AttributeProto[];
	readonly docString?: string;
}

export interface TensorProto {
	readonly name: string;
	readonly dims: readonly number[];
	readonly dataType: number;
	/** Little endian. */
	readonly rawData: Uint8Array;
}

/** A value of floats with its size; the batch is any number and stands first. */
export interface ValueInfo {
	readonly name: string;
	readonly shape: readonly number[];
}

export interface OnnxGraph {
	readonly name: string;
	readonly node: readonly NodeProto[];
	readonly initializer: readonly TensorProto[];
	readonly input: readonly ValueInfo[];
	readonly output: readonly ValueInfo[];
	readonly valueInfo: readonly ValueInfo[];
}

const modelType = Root.fromJSON(onnxSchema).lookupType('onnx.ModelProto');

/** The bytes of an `.onnx` file. */
export function encodeModel(graph: OnnxGraph, metadata: Readonly<Record<string, string>>, docString: string): Uint8Array {
	const message = modelType.fromObject({
		irVersion: IR_VERSION,
		producerName: 'Layerloom',
		docString,
		opsetImport: [{ domain: '', version: OPSET }],
		metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
		graph: {
			...graph,
			input: graph.input.map(valueInfoProto),
			output: graph.output.map(valueInfoProto),
			valueInfo: graph.valueInfo.map(valueInfoProto),
		},
	});
	return modelType.encode(message).finish();
}

/** The same model with every value that it names among its outputs, the answer first; and those names with their sizes. */
export function openInside(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly names: readonly string[] } {
	const model = modelType.decode(bytes) as unknown as {
		readonly graph: { output: { readonly name: string }[]; valueInfo: { readonly name: string }[] };
	};
	const { graph } = model;
	const outputs = new Set(graph.output.map(({ name }) => name));
	graph.output = [...graph.output, ...graph.valueInfo.filter(({ name }) => !outputs.has(name))];
	graph.valueInfo = [];
	return { bytes: modelType.encode(modelType.fromObject(model)).finish(), names: graph.output.map(({ name }) => name) };
}

function valueInfoProto({ name, shape }: ValueInfo): object {
	const dim = [{ dimParam: 'batch' }, ...shape.map((dimValue) => ({ dimValue }))];
	return { name, type: { tensorType: { elemType: dataTypes.float, shape: { dim } } } };
}
