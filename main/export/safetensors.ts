import { z } from 'zod';

/** A tensor of 32-bit floats by its name. */
export interface NamedTensor {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

const entrySchema = z.object({ dtype: z.literal('F32'), shape: z.array(z.int().min(0)), data_offsets: z.tuple([z.int(), z.int()]) });
const headerSchema = z.record(z.string(), z.unknown());

/**
 * A safetensors file: the length of the header as 8 bytes, little end first; a JSON header with type, shape and place of each tensor,
 * filled with blanks so that the data begins at a multiple of 8; then the values, row-major.
 * https://huggingface.co/docs/safetensors
 */
export function writeSafetensors(tensors: readonly NamedTensor[], metadata: Readonly<Record<string, string>> = {}): Uint8Array {
	let at = 0;
	const entries = tensors.map(({ name, shape, values }) => {
		const start = at;
		at += values.byteLength;
		return [name, { dtype: 'F32', shape, data_offsets: [start, at] }] as const;
	});
	const json = Buffer.from(JSON.stringify(Object.fromEntries([['__metadata__', metadata], ...entries])), 'utf8');
	const headerBytes = Math.ceil(json.length / 8) * 8;
	const file = Buffer.alloc(8 + headerBytes + at, ' ');
	file.writeBigUInt64LE(BigInt(headerBytes), 0);
	json.copy(file, 8);
	let place = 8 + headerBytes;
	for (const { values } of tensors) {
		Buffer.from(values.buffer, values.byteOffset, values.byteLength).copy(file, place);
		place += values.byteLength;
	}
	return file;
}

/** What a safetensors file holds. Throws where a tensor is not of 32-bit floats or lies outside the file. */
export function readSafetensors(bytes: Uint8Array): readonly NamedTensor[] {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (file.length < 8) throw new Error(`a safetensors file has 8 bytes at least, found ${file.length}`);
	const start = 8 + Number(file.readBigUInt64LE(0));
	if (start > file.length) throw new Error(`the header is said to end at byte ${start}, but the file ends at ${file.length}`);
	const header = headerSchema.parse(JSON.parse(file.toString('utf8', 8, start)));
	return Object.entries(header)
		.filter(([name]) => name !== '__metadata__')
		.map(([name, entry]) => {
			const { shape, data_offsets } = entrySchema.parse(entry);
			const [from, to] = data_offsets;
			const count = shape.reduce((product, dim) => product * dim, 1);
			if (to - from !== count * 4 || from < 0 || start + to > file.length) {
				throw new Error(`tensor ${name} of ${count} values is said to lie from ${from} to ${to}`);
			}
			// Copied, so that the values lie where 32-bit floats may lie.
			const values = new Float32Array(count);
			Buffer.from(values.buffer).set(file.subarray(start + from, start + to));
			return { name, shape, values };
		});
}
