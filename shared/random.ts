/**
 * A source of pseudo-random numbers that is the same on every machine and engine: sfc32, "small fast chaotic", version 4
 * (Chris Doty-Humphrey, PractRand). 128 bits of state, of which 32 count, so that no stream repeats within 2^32 draws.
 * Not for secrets.
 */
export interface RandomStream {
	/** A whole number from 0 to 2^32 − 1. */
	nextUint32(): number;
	/** A number in [0, 1) with 32 random bits. */
	nextUnit(): number;
	/** A whole number from 0 to `below − 1`, every one equally likely; `below` up to 2^32. */
	nextBelow(below: number): number;
	/** State to go on from later, four numbers. */
	save(): RandomState;
}

export type RandomState = readonly [number, number, number, number];

const TWO_32 = 4_294_967_296;
const WARM_UP = 15;

/**
 * The stream of a name under a seed: `randomStream(1, 'weights/conv_1/kernel')`. Different names give unrelated streams, so that a
 * new consumer does not shift the numbers of the others.
 */
export function randomStream(seed: number, name: string): RandomStream {
	const [a, b, c] = hash(name, seed);
	const stream = resumeStream([a, b, c, 1]);
	for (let round = 0; round < WARM_UP; round++) stream.nextUint32();
	return stream;
}

/** Goes on where `save` was called. */
export function resumeStream(state: RandomState): RandomStream {
	let [a, b, c, counter] = state;
	const nextUint32 = (): number => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		c |= 0;
		return sum >>> 0;
	};
	return {
		nextUint32,
		nextUnit: () => nextUint32() / TWO_32,
		nextBelow: (below) => {
			// Draws of the last, incomplete round of `below` would favour small numbers: draw again.
			const complete = TWO_32 - (TWO_32 % below);
			for (;;) {
				const drawn = nextUint32();
				if (drawn < complete) return drawn % below;
			}
		},
		save: () => [a >>> 0, b >>> 0, c >>> 0, counter >>> 0],
	};
}

/** A new order of 0 … count − 1, every order equally likely (Fisher and Yates, Durstenfeld's form). */
export function shuffledIndices(count: number, stream: RandomStream): Uint32Array {
	const indices = Uint32Array.from({ length: count }, (_, index) => index);
	for (let last = count - 1; last > 0; last--) {
		const other = stream.nextBelow(last + 1);
		const held = indices[last] ?? 0;
		indices[last] = indices[other] ?? 0;
		indices[other] = held;
	}
	return indices;
}

/** Three words from a text and a seed: three runs of MurmurHash3 (x86, 32 bit) over the UTF-16 units, each with a start of its own. */
function hash(text: string, seed: number): readonly [number, number, number] {
	return [murmur3(text, seed), murmur3(text, seed ^ 0x9e3779b9), murmur3(text, seed ^ 0x3c6ef372)];
}

function murmur3(text: string, seed: number): number {
	let state = seed | 0;
	for (let index = 0; index < text.length; index++) {
		let block = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
		block = (block << 15) | (block >>> 17);
		state ^= Math.imul(block, 0x1b873593);
		state = (state << 13) | (state >>> 19);
		state = (Math.imul(state, 5) + 0xe6546b64) | 0;
	}
	state ^= text.length * 4;
	state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
	state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
	return state ^ (state >>> 16);
}
