/** Where a random layer's numbers come from: the run's seed, the step, and the layer's place among the random ones. */
export interface MaskKey {
	readonly seed: number;
	readonly step: number;
	readonly stream: number;
}

/**
 * A generator of 32-bit words for one layer and one step (sfc32 by Chris Doty-Humphrey, seeded with the key).
 * The same key gives the same words on every engine; neighbouring keys are unrelated after the warm-up.
 */
export function wordsFor({ seed, step, stream }: MaskKey): () => number {
	let a = seed | 0;
	let b = Math.imul(step, 0x9e3779b9);
	let c = Math.imul(stream + 1, 0x85ebca6b);
	let counter = 1;
	const next = (): number => {
		const word = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + word) | 0;
		return word >>> 0;
	};
	for (let round = 0; round < 15; round++) next();
	return next;
}

/** Zeros with probability `rate`, else 1 / (1 − rate), so that the expected sum stays: inverted dropout (Srivastava et al. 2014). */
export function dropoutMask(length: number, rate: number, key: MaskKey): Float32Array {
	const mask = new Float32Array(length);
	const kept = 1 / (1 - rate);
	const threshold = rate * 0x1_0000_0000;
	const next = wordsFor(key);
	for (let index = 0; index < length; index++) mask[index] = next() >= threshold ? kept : 0;
	return mask;
}

/** Normal values with mean 0 and the given deviation, two per Box–Muller pair. */
export function gaussianNoise(length: number, deviation: number, key: MaskKey): Float32Array {
	const noise = new Float32Array(length);
	const next = wordsFor(key);
	for (let index = 0; index < length; index += 2) {
		const radius = deviation * Math.sqrt(-2 * Math.log((next() + 1) / 0x1_0000_0000));
		const angle = (2 * Math.PI * next()) / 0x1_0000_0000;
		noise[index] = radius * Math.cos(angle);
		if (index + 1 < length) noise[index + 1] = radius * Math.sin(angle);
	}
	return noise;
}
