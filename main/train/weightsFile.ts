import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { writeOwnFile } from '../atomicFile.ts';

const headerSchema = z.record(
	z.string(),
	z.union([
		z.object({ dtype: z.literal('F32'), shape: z.array(z.int().min(0)), data_offsets: z.tuple([z.int().min(0), z.int().min(0)]) }),
		z.record(z.string(), z.string()),
	]),
);

const aboutSchema = z.record(z.string(), z.string());

const LENGTH_BYTES = 8;
const LARGEST_HEADER = 100_000_000;

/**
 * Writes weights as one safetensors file, which other tools read too: header length, JSON header with names, sizes and places,
 * then float32 values, little-endian. `about` goes into the header as it is. Whole or not at all. Returns the SHA-256 of the values, which the header holds as well.
 */
export async function writeWeightsFile(
	file: string,
	weights: readonly NamedWeight[],
	about: Readonly<Record<string, string>> = {},
): Promise<string> {
	const { bytes, sha256 } = encodeWeights(weights, about);
	await writeOwnFile(file, bytes);
	return sha256;
}

/** Throws when the file is cut short or its values are not those that were written. */
export async function readWeightsFile(file: string): Promise<readonly NamedWeight[]> {
	return decodeWeights(await readFile(file));
}

/** What the header says beside the places of the weights: `sha256`, and what the writer added. Values are not read. */
export async function readWeightsHeader(file: string): Promise<Readonly<Record<string, string>>> {
	const { __metadata__: about } = await readHeader(file);
	return aboutSchema.parse(about ?? {});
}

/** Names and sizes of the weights of a file. Values are not read. */
export async function readWeightSizes(file: string): Promise<readonly Pick<NamedWeight, 'name' | 'shape'>[]> {
	const { __metadata__: about, ...entries } = await readHeader(file);
	return Object.entries(headerSchema.parse(entries)).map(([name, entry]) => {
		if (!Array.isArray(entry.shape)) throw new Error(`no place for ${name}`);
		return { name, shape: entry.shape as number[] };
	});
}

async function readHeader(file: string): Promise<Readonly<Record<string, unknown>>> {
	const handle = await open(file);
	try {
		const length = Buffer.alloc(LENGTH_BYTES);
		await handle.read(length, 0, LENGTH_BYTES, 0);
		const headerLength = Number(length.readBigUInt64LE());
		if (headerLength > Math.min(LARGEST_HEADER, (await handle.stat()).size)) throw new Error('the weights file is cut short');
		const header = Buffer.alloc(headerLength);
		await handle.read(header, 0, headerLength, LENGTH_BYTES);
		return z.record(z.string(), z.unknown()).parse(JSON.parse(header.toString('utf8')));
	} finally {
		await handle.close();
	}
}

/** SHA-256 of the values of a file, as it was written into its header. */
export async function hashOfWeights(file: string): Promise<string> {
	const { sha256 } = await readWeightsHeader(file);
	if (sha256 === undefined) throw new Error(`${file} does not tell its hash`);
	return sha256;
}

export function encodeWeights(
	weights: readonly NamedWeight[],
	about: Readonly<Record<string, string>> = {},
): { bytes: Uint8Array; sha256: string } {
	const length = weights.reduce((sum, { values }) => sum + values.byteLength, 0);
	const data = new Uint8Array(length);
	const header: z.infer<typeof headerSchema> = {};
	let offset = 0;
	for (const { name, shape, values } of weights) {
		data.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
		header[name] = { dtype: 'F32', shape: [...shape], data_offsets: [offset, offset + values.byteLength] };
		offset += values.byteLength;
	}
	const sha256 = hashOf(data);
	const text = JSON.stringify({ __metadata__: { ...about, sha256 }, ...header });
	// Values start at a multiple of 8 bytes, so that readers can map them.
	const headerBytes = Buffer.from(text + ' '.repeat((8 - (Buffer.byteLength(text) % 8)) % 8));
	const bytes = new Uint8Array(LENGTH_BYTES + headerBytes.length + length);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
	bytes.set(headerBytes, LENGTH_BYTES);
	bytes.set(data, LENGTH_BYTES + headerBytes.length);
	return { bytes, sha256 };
}

export function decodeWeights(file: Uint8Array): readonly NamedWeight[] {
	// A Buffer's `slice` shares memory, a plain array's copies.
	const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
	if (bytes.length < LENGTH_BYTES) throw new Error('the weights file is cut short');
	const headerLength = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
	if (headerLength > LARGEST_HEADER || LENGTH_BYTES + headerLength > bytes.length) throw new Error('the weights file is cut short');
	const start = LENGTH_BYTES + headerLength;
	const header = headerSchema.parse(JSON.parse(Buffer.from(bytes.subarray(LENGTH_BYTES, start)).toString('utf8')));
	const data = bytes.subarray(start);
	const { __metadata__: about, ...entries } = header;
	if (about && 'sha256' in about && about.sha256 !== hashOf(data)) throw new Error('the weights file is damaged');
	return Object.entries(entries).map(([name, entry]) => {
		if (!('dtype' in entry) || typeof entry.dtype !== 'string' || !Array.isArray(entry.shape)) throw new Error(`no place for ${name}`);
		const [from, to] = entry.data_offsets as [number, number];
		const shape = entry.shape as number[];
		if (to > data.length || to - from !== countValues(shape) * 4) throw new Error(`weight ${name} is cut short`);
		return { name, shape, values: new Float32Array(data.slice(from, to).buffer) };
	});
}

function hashOf(data: Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}
