import { Root } from 'protobufjs/light.js';
import { type Attribute, type Constant, type DataType, type Dims, type GraphNode, nameOf, type Value } from '../graph/graph.ts';
import { savedModelSchema } from './schema.ts';

/** A way to call the graph: what is fed and what is fetched, by names of its own. */
export interface Signature {
	readonly inputs: Readonly<Record<string, Value>>;
	readonly outputs: Readonly<Record<string, Value>>;
}

/** Graphs of this version are read by TensorFlow 2.9 (tfjs-node's own) and all later ones. */
const GRAPH_VERSION = { producer: 1087, minConsumer: 12 };
const LIBRARY_VERSION = '2.9.1';

const savedModelType = Root.fromJSON(savedModelSchema).lookupType('tensorflow.SavedModel');

/** The bytes of a `saved_model.pb` with tag `serve`. */
export function encodeSavedModel(nodes: readonly GraphNode[], signatures: Readonly<Record<string, Signature>>): Uint8Array {
	const message = savedModelType.fromObject({
		savedModelSchemaVersion: 1,
		metaGraphs: [
			{
				metaInfoDef: { tags: ['serve'], tensorflowVersion: LIBRARY_VERSION },
				graphDef: { node: nodes.map(nodeDef), versions: GRAPH_VERSION },
				signatureDef: Object.fromEntries(Object.entries(signatures).map(([name, signature]) => [name, signatureDef(name, signature)])),
			},
		],
	});
	return savedModelType.encode(message).finish();
}

function signatureDef(name: string, { inputs, outputs }: Signature): object {
	return { inputs: tensorInfos(inputs), outputs: tensorInfos(outputs), methodName: `layerloom/${name}` };
}

function tensorInfos(values: Readonly<Record<string, Value>>): object {
	return Object.fromEntries(
		Object.entries(values).map(([key, value]) => [
			key,
			{ name: `${value.node.name}:${value.index}`, dtype: typeName(value.dtype), tensorShape: shapeProto(value.shape) },
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
		case 'shape':
			return { shape: shapeProto(attribute.value) };
		case 'ints':
			return { list: { i: [...attribute.value] } };
		case 'tensor':
			return { tensor: tensorProto(attribute.value) };
	}
}

function tensorProto({ dtype, shape, values }: Constant): object {
	// Little-endian, as on every machine that the library is built for.
	const tensorContent = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
	return { dtype: typeName(dtype), tensorShape: shapeProto(shape), tensorContent };
}

function shapeProto(shape: Dims): object {
	return { dim: shape.map((size) => ({ size: size ?? -1 })) };
}

function typeName(dtype: DataType): string {
	return dtype === 'float32' ? 'DT_FLOAT' : `DT_${dtype.toUpperCase()}`;
}
