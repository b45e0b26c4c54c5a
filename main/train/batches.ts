import type { SampleSet } from '../datasets/trainingData.ts';
import type { Batch } from '../engine/engine.ts';

/** The samples at `indices` as the network takes them: pixels 0…255 become 0…1. `values` are those of one sample. */
export function gatherBatch(set: SampleSet, values: number, indices: Int32Array): Batch {
	const count = indices.length;
	const images = new Float32Array(count * values);
	const labels = new Int32Array(count);
	for (let place = 0; place < count; place++) {
		const index = indices[place] ?? 0;
		scalePixels(set.pixels, index * values, images, place * values, values);
		labels[place] = set.labels[index] ?? 0;
	}
	return { images, labels, count };
}

/** 8-bit pixels as numbers from 0 to 1. */
function scalePixels(pixels: Uint8Array, from: number, target: Float32Array, to: number, length: number): void {
	for (let offset = 0; offset < length; offset++) target[to + offset] = (pixels[from + offset] ?? 0) / 255;
}

/** Consecutive pieces of `indices`, the last one shorter where it does not fit. */
export function* inBatches(indices: Int32Array, batchSize: number): Generator<Int32Array, void, void> {
	for (let start = 0; start < indices.length; start += batchSize) yield indices.subarray(start, start + batchSize);
}
