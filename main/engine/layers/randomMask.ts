import { type RandomStream, randomStream } from '#shared/random.ts';

/** Where a random layer's numbers come from: the same seed, step and layer name give the same numbers on every engine. */
export interface MaskKey {
	readonly seed: number;
	readonly step: number;
	readonly layer: string;
}

const TWO_32 = 4_294_967_296;

/** Zeros with probability `rate`, else 1 / (1 − rate), so that the expected sum stays: inverted dropout (Srivastava et al. 2014). */
export function dropoutMask(length: number, rate: number, key: MaskKey): Float32Array {
	const mask = new Float32Array(length);
	const kept = 1 / (1 - rate);
	const threshold = rate * TWO_32;
	const { nextUint32 } = streamFor(key);
	for (let index = 0; index < length; index++) mask[index] = nextUint32() >= threshold ? kept : 0;
	return mask;
}

/** Normal values with mean 0 and the given deviation, two for each pair of draws (Box and Muller 1958). */
export function gaussianNoise(length: number, deviation: number, key: MaskKey): Float32Array {
	const noise = new Float32Array(length);
	const stream = streamFor(key);
	for (let index = 0; index < length; index += 2) {
		const radius = deviation * Math.sqrt(-2 * Math.log(1 - stream.nextUnit()));
		const angle = 2 * Math.PI * stream.nextUnit();
		noise[index] = radius * Math.cos(angle);
		if (index + 1 < length) noise[index + 1] = radius * Math.sin(angle);
	}
	return noise;
}

function streamFor({ seed, step, layer }: MaskKey): RandomStream {
	return randomStream(seed, `mask/${layer}/${step}`);
}
