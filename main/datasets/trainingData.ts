import { createHash } from 'node:crypto';
import type { DatasetProblem } from '#shared/datasets/dataset.ts';
import type { MapShape } from '#shared/tensor/shape.ts';

/** Samples side by side: 8-bit pixels NHWC, so `count × height × width × channels` bytes, and a class number each. */
export interface SampleSet {
	readonly pixels: Uint8Array;
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
	/** Pictures left out or resized while decoding; bounded, `problemCount` has the full number. */
	readonly problems: readonly DatasetProblem[];
	readonly problemCount: number;
}

/** Where data lies on this machine, and how a caller follows or ends a long load. */
export interface DataOptions {
	/** The product's own `assets/` folder. */
	readonly assetsFolder: string;
	/** Per-user folder for decoded pictures; `null` decodes anew each time. */
	readonly cacheFolder: string | null;
	/** What a folder's pictures are resized to when the reference leaves it open: the input layer's size. */
	readonly size?: MapShape | null;
	/** Called with 0 to 1 as pictures are decoded. */
	readonly onProgress?: (share: number) => void;
	readonly signal?: AbortSignal;
}

/** The same data gives the same text on every machine. */
export function fingerprintOf(shape: MapShape, classes: readonly string[], sets: readonly SampleSet[]): string {
	const hash = createHash('sha256').update(JSON.stringify({ shape, classes, counts: sets.map((set) => set.count) }));
	for (const set of sets) hash.update(new Uint8Array(set.labels.buffer, set.labels.byteOffset, set.labels.byteLength)).update(set.pixels);
	return hash.digest('hex');
}
