import { Root } from 'protobufjs/light.js';
import { maskedCrc32c } from '#main/crc32c.ts';
import { savedModelSchema } from '#main/engine/compiled/proto/schema.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import { encodeTable } from './sortedTable.ts';

const { TensorShapeProto, VersionDef } = savedModelSchema.nested.tensorflow.nested;

/** The messages of tensorflow/core/protobuf/tensor_bundle.proto that a bundle of whole tensors needs. */
const schema = Root.fromJSON({
	nested: {
		BundleHeaderProto: { fields: { numShards: { id: 1, type: 'int32' }, version: { id: 3, type: 'VersionDef' } } },
		VersionDef,
		BundleEntryProto: {
			fields: {
				dtype: { id: 1, type: 'int32' },
				shape: { id: 2, type: 'TensorShapeProto' },
				offset: { id: 4, type: 'int64' },
				size: { id: 5, type: 'int64' },
				crc32c: { id: 6, type: 'fixed32' },
			},
		},
		TensorShapeProto,
	},
});

const DT_FLOAT = 1;

/** A TensorFlow checkpoint of version 2: where each tensor lies, and the values. */
export interface TensorBundle {
	/** Content of `variables.index`. */
	readonly index: Uint8Array;
	/** Content of `variables.data-00000-of-00001`: 32-bit floats, row-major, little end first. */
	readonly data: Uint8Array;
}

/**
 * Tensors by name as TensorFlow's `RestoreV2` reads them. The index begins with the header, under the empty name; tensors follow in the
 * order of their names' bytes, wherever their values lie (tensorflow/core/util/tensor_bundle).
 */
export function encodeBundle(tensors: readonly NamedWeight[]): TensorBundle {
	const data = new Uint8Array(tensors.reduce((sum, { values }) => sum + values.byteLength, 0));
	let offset = 0;
	const entries = tensors.map(({ name, shape, values }) => {
		const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
		data.set(bytes, offset);
		const value = encode('BundleEntryProto', {
			dtype: DT_FLOAT,
			shape: { dim: shape.map((size) => ({ size })) },
			// As in TensorFlow's own files, zero is what a field that is missing means.
			...(offset > 0 && { offset }),
			...(bytes.length > 0 && { size: bytes.length }),
			crc32c: maskedCrc32c(bytes),
		});
		offset += bytes.length;
		return { key: Buffer.from(name, 'utf8'), value };
	});
	entries.sort((a, b) => Buffer.compare(a.key, b.key));
	const header = encode('BundleHeaderProto', { numShards: 1, version: { producer: 1 } });
	return { index: encodeTable([{ key: new Uint8Array(), value: header }, ...entries]), data };
}

function encode(name: string, content: Record<string, unknown>): Uint8Array {
	const type = schema.lookupType(name);
	return type.encode(type.fromObject(content)).finish();
}
