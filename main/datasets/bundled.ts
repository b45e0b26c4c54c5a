import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { z } from 'zod';
import type { DatasetDescription, DatasetReference } from '#shared/datasets/dataset.ts';
import { takeRgb } from '#shared/pictures/pixels.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { data as words } from '#shared/text/en/data.ts';
import { message } from '#shared/text/message.ts';
import { codeOf, Problem } from '../problem.ts';
import { decodeJpeg } from './jpeg.ts';
import { MemoryPixels } from './pixelStore.ts';
import { type DataOptions, fingerprintOf, type SampleSet, type TrainingData } from './trainingData.ts';

export type BundledReference = Extract<DatasetReference, { kind: 'bundled' }>;
type BundledName = BundledReference['name'];

/** `dataset.json` beside the packed samples; written by `scripts/pack-datasets.mjs`. */
const packedSchema = z.object({
	encoding: z.enum(['raw', 'jpeg']),
	shape: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
	classes: z.array(z.string()),
	train: z.int().positive(),
	test: z.int().positive(),
	imageBytes: z.int().positive(),
});
type Packed = z.infer<typeof packedSchema>;

export const bundledReferences: readonly BundledReference[] = [
	{ kind: 'bundled', name: 'digits' },
	{ kind: 'bundled', name: 'cifar-small' },
];

const decompress = promisify(brotliDecompress);

/** Reads the description beside the packed samples; no pixels are touched. */
export async function describeBundled(reference: BundledReference, options: DataOptions): Promise<DatasetDescription> {
	const packed = await readDescription(reference.name, options);
	return {
		reference,
		title: words[`data.bundled.${reference.name}.title`],
		shape: packed.shape,
		classes: packed.classes,
		counts: { train: packed.train, test: packed.test },
		problems: [],
		problemCount: 0,
		credit: words[`data.bundled.${reference.name}.credit`],
	};
}

/** Both bundled sets stay in memory once read: 23 MB together. */
const loaded = new Map<string, Promise<TrainingData>>();

export async function loadBundled(reference: BundledReference, options: DataOptions): Promise<TrainingData> {
	const key = join(options.assetsFolder, reference.name);
	const known = loaded.get(key);
	if (known) return known;
	const loading = unpack(reference.name, options);
	loaded.set(key, loading);
	loading.catch(() => loaded.delete(key));
	return loading;
}

async function unpack(name: BundledName, options: DataOptions): Promise<TrainingData> {
	const packed = await readDescription(name, options);
	const [labels, compressed] = await Promise.all([readPart(name, 'labels.bin', options), readPart(name, 'images.br', options)]);
	const shape: MapShape = packed.shape;
	const count = packed.train + packed.test;
	const sampleBytes = shape[0] * shape[1] * shape[2];
	const bytes = await decompress(compressed).catch((cause: unknown) => {
		throw damaged(name, cause);
	});
	if (labels.length !== count || bytes.length !== packed.imageBytes) throw damaged(name, null);
	const pixels = packed.encoding === 'raw' ? new Uint8Array(bytes) : await decodeAll(bytes, count, shape);
	if (pixels.length !== count * sampleBytes) throw damaged(name, null);
	const part = (from: number, to: number): SampleSet => ({
		pixels: new MemoryPixels(pixels.subarray(from * sampleBytes, to * sampleBytes), sampleBytes),
		labels: Int32Array.from(labels.subarray(from, to)),
		count: to - from,
		names: null,
	});
	const train = part(0, packed.train);
	const test = part(packed.train, count);
	options.onProgress?.(1);
	const fingerprint = await fingerprintOf(shape, packed.classes, [train, test]);
	return { shape, classes: packed.classes, train, test, fingerprint, problems: [], problemCount: 0 };
}

/** JPEG files one after the other, their byte lengths in front as uint16 LE. */
async function decodeAll(bytes: Buffer, count: number, shape: MapShape): Promise<Uint8Array> {
	const [height, width, channels] = shape;
	const pixels = new Uint8Array(count * height * width * channels);
	let offset = count * 2;
	for (let index = 0; index < count; index++) {
		// About every hundredth of a second, so that a run can begin meanwhile.
		if (index % 100 === 99) await new Promise(setImmediate);
		const length = bytes.readUInt16LE(index * 2);
		const image = await decodeJpeg(bytes.subarray(offset, offset + length));
		takeRgb(image.rgba, pixels.subarray(index * height * width * channels));
		offset += length;
	}
	return pixels;
}

async function readDescription(name: BundledName, options: DataOptions): Promise<Packed> {
	const text = (await readPart(name, 'dataset.json', options)).toString('utf8');
	try {
		return packedSchema.parse(JSON.parse(text));
	} catch (cause) {
		throw damaged(name, cause);
	}
}

async function readPart(name: BundledName, file: string, options: DataOptions): Promise<Buffer> {
	const path = join(options.assetsFolder, 'datasets', name, file);
	try {
		return await readFile(path);
	} catch (cause) {
		if (codeOf(cause) === 'ENOENT') throw new Problem(message('data.bundled.missing', { path }), { cause });
		throw cause;
	}
}

function damaged(name: BundledName, cause: unknown): Problem {
	return new Problem(message('data.bundled.damaged', { name: words[`data.bundled.${name}.title`] }), { cause });
}
