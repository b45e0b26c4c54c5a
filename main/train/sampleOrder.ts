import { randomStream, shuffledIndices } from '#shared/random.ts';

export interface SampleSplit {
	/** Indices into the training samples, ascending. */
	readonly train: Int32Array;
	readonly validation: Int32Array;
}

/**
 * Holds back `share` of each class for validation: 7,200 and 800 of 8,000 for 0.1. Each class keeps at least one sample to learn from.
 * The same seed and labels give the same split.
 */
export function splitSamples(labels: Int32Array, share: number, seed: number): SampleSplit {
	const byClass = new Map<number, number[]>();
	for (const [index, label] of labels.entries()) {
		const known = byClass.get(label);
		if (known) known.push(index);
		else byClass.set(label, [index]);
	}
	const isHeld = new Uint8Array(labels.length);
	for (const [label, members] of byClass) {
		const count = Math.min(Math.round(members.length * share), members.length - 1);
		const order = shuffledIndices(members.length, randomStream(seed, `split/${label}`));
		for (const place of order.subarray(0, count)) isHeld[members[place] ?? 0] = 1;
	}
	const everyone = Int32Array.from(labels.keys());
	return { train: everyone.filter((index) => isHeld[index] === 0), validation: everyone.filter((index) => isHeld[index] === 1) };
}

/** The order in which an epoch looks at `indices`; another one each epoch, the same for the same seed. */
export function orderForEpoch(indices: Int32Array, seed: number, epoch: number): Int32Array {
	const order = shuffledIndices(indices.length, randomStream(seed, `order/${epoch}`));
	return Int32Array.from(order, (place) => indices[place] ?? 0);
}

/** How many of the samples at `indices` each class has. */
export function countLabels(labels: Int32Array, indices: Int32Array, classes: number): readonly number[] {
	const counts = Array.from({ length: classes }, () => 0);
	for (const index of indices) {
		const label = labels[index] ?? 0;
		counts[label] = (counts[label] ?? 0) + 1;
	}
	return counts;
}
