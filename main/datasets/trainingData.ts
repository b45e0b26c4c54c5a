import { createHash } from 'node:crypto';
import type { DatasetProblem } from '#shared/datasets/dataset.ts';
import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import type { PixelStore } from './pixelStore.ts';

/** Samples: 8-bit pixels NHWC, so `height × width × channels` bytes each, and a class number each. */
export interface SampleSet {
	readonly pixels: PixelStore;
	readonly labels: Int32Array;
	readonly count: number;
	/** File of each sample relative to the dataset's folder; `null` for packed data. */
	readonly names: readonly string[] | null;
}

/** A dataset decoded and ready to train on. Validation is split off `train` by the run. */
export interface TrainingData {
	readonly shape: MapShape;
	readonly classes: readonly string[];
	readonly train: SampleSet;
	readonly test: SampleSet;
	/** SHA-256 over shape, classes, labels and pixels: the same data, the same text. */
	readonly fingerprint: string;
	/** What a folder's data is known by before its pixels were hashed: names, sizes and times of its files, and how many of them are usable. */
	readonly key?: string;
	/** Pictures left out or resized while decoding; bounded, `problemCount` has the full number. */
	readonly problems: readonly DatasetProblem[];
	readonly problemCount: number;
}

/** What a run reads. The fingerprint is `null` while pictures are still being decoded. */
export type RunData = Omit<TrainingData, 'fingerprint' | 'problems' | 'problemCount'> & { readonly fingerprint: string | null };

/** Data that can be trained on while the rest of its pictures is being decoded. */
export interface OpenedData {
	readonly data: RunData;
	/** When all is decoded. Of other samples than `data` where pictures turned out to be broken: reading `data` then throws `PicturesLeftOut`. */
	readonly whole: Promise<TrainingData>;
}

/** Data of which nothing is left to decode. */
export function openedWhole(data: TrainingData): OpenedData {
	return { data, whole: Promise.resolve(data) };
}

/** Where data lies on this machine, and how a caller follows or ends a long load. */
export interface DataOptions {
	/** The product's own `assets/` folder. */
	readonly assetsFolder: string;
	/** Per-user folder for decoded pictures; `null` decodes anew each time. */
	readonly cacheFolder: string | null;
	/** The bundled `main/datasets/decode/worker.ts`; pictures are decoded in line where it is left out. */
	readonly decodeWorker?: string;
	/** What a folder's pictures are resized to when the reference leaves it open: the input layer's size. */
	readonly size?: MapShape | null;
	/** Bytes that decoded pictures may take in memory; see `pixelBudget`, which decides where it is left out. */
	readonly pixelBudget?: number;
	/** Called with 0 to 1 as pictures are decoded. */
	readonly onProgress?: (share: number) => void;
	readonly signal?: AbortSignal;
}

/** Bytes hashed at once. */
const CHUNK_BYTES = 4_000_000;

/** The same data gives the same text on every machine, wherever its pixels lie. */
export async function fingerprintOf(shape: MapShape, classes: readonly string[], sets: readonly SampleSet[]): Promise<string> {
	const hash = createHash('sha256').update(JSON.stringify({ shape, classes, counts: sets.map((set) => set.count) }));
	const sampleBytes = countValues(shape);
	const most = Math.max(1, Math.floor(CHUNK_BYTES / sampleBytes));
	const chunk = new Uint8Array(most * sampleBytes);
	for (const { labels, count, pixels } of sets) {
		hash.update(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength));
		for (let start = 0; start < count; start += most) {
			const samples = Int32Array.from({ length: Math.min(most, count - start) }, (_, place) => start + place);
			const part = chunk.subarray(0, samples.length * sampleBytes);
			await pixels.read(samples, part);
			hash.update(part);
			// A training step may be waiting.
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	return hash.digest('hex');
}
