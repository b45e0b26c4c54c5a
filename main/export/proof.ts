import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { countValues, isMapShape, type MapShape } from '#shared/tensor/shape.ts';
import { readSamples } from '../datasets/datasets.ts';
import type { DataOptions } from '../datasets/trainingData.ts';
import { Problem } from '../problem.ts';

/** A picture that the network and the written model both answer. */
export interface ProofSample {
	/** Number among the test samples; `null` for a picture of noise. */
	readonly index: number | null;
	readonly label: number | null;
	readonly picture: Picture;
}

const PROOF_SAMPLES = 16;
export const TOLERANCE = 1e-4;

/** Real test samples; noise from the document's seed where the data cannot be read any more. */
export async function collectProofSamples(plan: ModelPlan, places: DataOptions): Promise<ProofSample[]> {
	const { dataset } = plan.document;
	const { inputShape } = plan;
	if (!isMapShape(inputShape)) throw new Error(`the network takes ${inputShape.length} axes, expected 3`);
	if (dataset !== null) {
		const samples = await readTestSamples(dataset, inputShape, places);
		if (samples.length > 0) return samples;
	}
	return Array.from({ length: PROOF_SAMPLES }, (_, number) => ({
		index: null,
		label: null,
		picture: noise(inputShape, plan.seed + number),
	}));
}

async function readTestSamples(dataset: DatasetReference, size: MapShape, places: DataOptions): Promise<ProofSample[]> {
	try {
		const { samples } = await readSamples(dataset, 'test', 0, PROOF_SAMPLES, { ...places, size });
		return samples.filter(({ picture }) => picture.data.length === countValues(size));
	} catch (error) {
		if (error instanceof Problem) return [];
		throw error;
	}
}

/** Pixels between 0 and 1, as networks are trained: one sample after the other. */
export function toImages(samples: readonly ProofSample[]): Float32Array {
	const size = samples[0]?.picture.data.length ?? 0;
	const images = new Float32Array(samples.length * size);
	for (const [number, { picture }] of samples.entries()) {
		for (let at = 0; at < size; at++) images[number * size + at] = (picture.data[at] ?? 0) / 255;
	}
	return images;
}

/** The largest difference of two answers; infinite where one of them is no number. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
	if (a.length !== b.length) return Number.POSITIVE_INFINITY;
	let largest = 0;
	for (let at = 0; at < a.length; at++) {
		const difference = Math.abs((a[at] ?? 0) - (b[at] ?? 0));
		if (!Number.isFinite(difference)) return Number.POSITIVE_INFINITY;
		largest = Math.max(largest, difference);
	}
	return largest;
}

/** Marsaglia's xorshift32. */
function noise([height, width, channels]: MapShape, seed: number): Picture {
	let state = (seed * 2654435761 + 1) >>> 0 || 1;
	const data = Uint8Array.from({ length: height * width * channels }, () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) & 255;
	});
	return { height, width, channels: channels === 1 ? 1 : 3, data };
}
