import type { SampleSet } from './trainingData.ts';

/** All pixels of a set, one sample after the other. */
export async function pixelsOf({ pixels, count }: SampleSet, sampleBytes: number): Promise<Uint8Array> {
	const all = new Uint8Array(count * sampleBytes);
	await pixels.read(
		Int32Array.from({ length: count }, (_, place) => place),
		all,
	);
	return all;
}
