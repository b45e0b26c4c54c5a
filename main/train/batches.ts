import type { Blend } from '#shared/training/augmentation/augmenter.ts';
import type { SampleSet } from '../datasets/trainingData.ts';
import type { Batch } from '../engine/engine.ts';

/** The samples at `indices` as they are stored. `values` are those of one sample. */
export async function readPixels(set: SampleSet, values: number, indices: Int32Array): Promise<Uint8Array> {
	const pixels = new Uint8Array(indices.length * values);
	await set.pixels.read(indices, pixels);
	return pixels;
}

export function labelsAt({ labels }: SampleSet, indices: Int32Array): Int32Array {
	return Int32Array.from(indices, (index) => labels[index] ?? 0);
}

/** A batch as an engine takes it, which makes 0…1 of the pixels' 0…255. */
export function toBatch(pixels: Uint8Array, labels: Int32Array, blend: Blend | null = null): Batch {
	return { images: pixels, labels, count: labels.length, ...(blend && { blend }) };
}

/** The samples at `indices` in batches, as they are, the next one read while one is worked on. */
export function readBatches(set: SampleSet, values: number, indices: Int32Array, batchSize: number): AsyncGenerator<Batch, void, void> {
	return inAdvance([...inBatches(indices, batchSize)], 1, async (piece) =>
		toBatch(await readPixels(set, values, piece), labelsAt(set, piece)),
	);
}

/** Consecutive pieces of `indices`, the last one shorter where it does not fit. */
export function* inBatches(indices: Int32Array, batchSize: number): Generator<Int32Array, void, void> {
	for (let start = 0; start < indices.length; start += batchSize) yield indices.subarray(start, start + batchSize);
}

/** Values in the order of the items, with work on up to `ahead` more items under way while one value is used. */
export async function* inAdvance<Item, Value>(
	items: readonly Item[],
	ahead: number,
	work: (item: Item, place: number) => Promise<Value>,
): AsyncGenerator<Value, void, void> {
	const begun: Promise<Value>[] = [];
	let next = 0;
	const begin = (): void => {
		while (next < items.length && begun.length <= ahead) {
			const value = work(items[next] as Item, next);
			// Whoever takes the values meets the error; after an early end nobody does.
			value.catch(() => undefined);
			begun.push(value);
			next++;
		}
	};
	for (;;) {
		begin();
		const first = begun.shift();
		if (first === undefined) return;
		const value = await first;
		begin();
		yield value;
	}
}
