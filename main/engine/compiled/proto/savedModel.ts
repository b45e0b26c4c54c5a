import { Root } from 'protobufjs/light.js';
import { z } from 'zod';
import { type Attribute, type Constant, type DataType, type Dims, fullName, type GraphNode, nameOf, type Value } from '../graph/graph.ts';
import { savedModelSchema } from './schema.ts';

/** A way to call the graph: what is fed and what is fetched, by names of its own. */
export interface Signature {
	readonly inputs: Readonly<Record<string, Value>>;
	readonly outputs: Readonly<Record<string, Value>>;
	/** What it is for, as TensorFlow's own programs know it: `tensorflow/serving/predict`. One of ours where it is left out. */
	readonly method?: string;
}

/** How variables come from a checkpoint (`variables/`) and go into one. */
export interface Saver {
	/** The path of the checkpoint, fed by who loads or saves. */
	readonly file: Value;
	/** The same path, once all is saved. */
	readonly saved: Value;
	readonly restore: GraphNode;
	readonly variables: readonly SavedVariable[];
}

export interface SavedVariable {
	readonly handle: Value;
	/** Its value as it is read. */
	readonly snapshot: Value;
	/** Sets it to `initialValue`. */
	readonly initializer: GraphNode;
	readonly initialValue: Value;
	readonly isTrained: boolean;
}

/** Graphs of this version are read by TensorFlow 2.9 (tfjs-node's own) and all later ones. */
const GRAPH_VERSION = { producer: 1087, minConsumer: 12 };
const LIBRARY_VERSION = '2.9.1';

const schema = Root.fromJSON(savedModelSchema);
const savedModelType = schema.lookupType('tensorflow.SavedModel');
const variableType = schema.lookupType('tensorflow.VariableDef');

/** The bytes of a `saved_model.pb` with tag `serve`. */
export function encodeSavedModel(
	nodes: readonly GraphNode[],
	signatures: Readonly<Record<string, Signature>>,
	saver: Saver | null = null,
): Uint8Array {
	const message = savedModelType.fromObject({
		savedModelSchemaVersion: 1,
		metaGraphs: [
			{
				metaInfoDef: { tags: ['serve'], tensorflowVersion: LIBRARY_VERSION },
				graphDef: { node: nodes.map(nodeDef), versions: GRAPH_VERSION },
				...(saver && { saverDef: saverDef(saver), collectionDef: variableCollections(saver) }),
				signatureDef: Object.fromEntries(Object.entries(signatures).map(([name, signature]) => [name, signatureDef(name, signature)])),
			},
		],
	});
	return savedModelType.encode(message).finish();
}

const writtenSchema = z.object({
	metaGraphs: z.tuple([
		z.object({
			graphDef: z.object({ node: z.array(z.object({ name: z.string(), op: z.string() })) }),
			signatureDef: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.object({ name: z.string() })) })),
		}),
	]),
});

/** The nodes of a `saved_model.pb`, and the tensors that its signatures are fed. Throws where the bytes are none. */
export function decodeSavedModel(bytes: Uint8Array) {
	const [{ graphDef, signatureDef }] = writtenSchema.parse(savedModelType.toObject(savedModelType.decode(bytes))).metaGraphs;
	return { nodes: graphDef.node, signatures: signatureDef };
}

function saverDef({ file, saved, restore }: Saver): object {
	return { filenameTensorName: fullName(file), saveTensorName: fullName(saved), restoreOpName: restore.name, version: 'V2' };
}

/** TensorFlow's lists of variables, by which a program finds and trains them. */
function variableCollections({ variables }: Saver): object {
	const collection = (members: readonly SavedVariable[]) => ({ bytesList: { value: members.map(variableDef) } });
	return { variables: collection(variables), trainable_variables: collection(variables.filter(({ isTrained }) => isTrained)) };
}

function variableDef({ handle, snapshot, initializer, initialValue, isTrained }: SavedVariable): Uint8Array {
	const message = variableType.fromObject({
		variableName: fullName(handle),
		initializerName: initializer.name,
		snapshotName: fullName(snapshot),
		isResource: true,
		initialValueName: fullName(initialValue),
		trainable: isTrained,
	});
	return variableType.encode(message).finish();
}

function signatureDef(name: string, { inputs, outputs, method = `layerloom/${name}` }: Signature): object {
	return { inputs: tensorInfos(inputs), outputs: tensorInfos(outputs), methodName: method };
}

function tensorInfos(values: Readonly<Record<string, Value>>): object {
	return Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			{ name: fullName(value), dtype: typeName(value.dtype), tensorShape: shapeProto(value.shape) },
		]),
	);
}

function nodeDef({ name, op, inputs, controls, attributes }: GraphNode): object {
	return {
		name,
		op,
		input: [...inputs.map(nameOf), ...controls.map((control) => `^${control.name}`)],
		attr: Object.fromEntries(Object.entries(attributes).map(([key, attribute]) => [key, attrValue(attribute)])),
	};
}

function attrValue(attribute: Attribute): object {
	switch (attribute.kind) {
		case 'int':
			return { i: attribute.value };
		case 'float':
			return { f: attribute.value };
		case 'bool':
			return { b: attribute.value };
		case 'string':
			return { s: Buffer.from(attribute.value, 'utf8') };
		case 'type':
			return { type: typeName(attribute.value) };
		case 'types':
			return { list: { type: attribute.value.map(typeName) } };
		case 'shape':
			return { shape: shapeProto(attribute.value) };
		case 'ints':
			return { list: { i: [...attribute.value] } };
		case 'tensor':
			return { tensor: tensorProto(attribute.value) };
	}
}

function tensorProto({ dtype, shape, values }: Constant): object {
	const head = { dtype: typeName(dtype), tensorShape: shapeProto(shape) };
	if (!ArrayBuffer.isView(values)) return { ...head, stringVal: values.map((text) => Buffer.from(text, 'utf8')) };
	// Little-endian, as on every machine that the library is built for.
	const tensorContent = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
	return { ...head, tensorContent };
}

function shapeProto(shape: Dims): object {
	return { dim: shape.map((size) => ({ size: size ?? -1 })) };
}

function typeName(dtype: DataType): string {
	return dtype === 'float32' ? 'DT_FLOAT' : `DT_${dtype.toUpperCase()}`;
}
