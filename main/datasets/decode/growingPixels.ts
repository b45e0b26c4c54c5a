import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import type { PixelStore } from '../pixelStore.ts';
import type { PictureDecoder } from './pictureDecoder.ts';

/** Pictures of one job. */
const CHUNK = 16;
/** Jobs under way for each thread, beside those of pictures that somebody waits for. */
const SPARE = 2;

/** A picture turned out to be broken: the samples are others than they seemed to be. */
export class PicturesLeftOut extends Error {}

/**
 * Pixels of all pictures of a folder, decoded as they are asked for and, between, one after the other. What comes out is the same in any
 * order. The first picture that cannot be decoded ends it: every reading throws `PicturesLeftOut`.
 */
export class GrowingPixels {
	readonly #paths: readonly string[];
	readonly #size: MapShape;
	readonly #sampleBytes: number;
	readonly #pixels: Uint8Array;
	readonly #decoder: PictureDecoder;
	readonly #signal: AbortSignal;
	/** For each picture, when it is there; absent while nobody has asked for it. */
	readonly #arrivals: (Promise<void> | undefined)[];

	constructor(paths: readonly string[], size: MapShape, decoder: PictureDecoder, signal: AbortSignal) {
		this.#paths = paths;
		this.#size = size;
		this.#sampleBytes = countValues(size);
		this.#pixels = new Uint8Array(paths.length * this.#sampleBytes);
		this.#decoder = decoder;
		this.#signal = signal;
		this.#arrivals = new Array<Promise<void> | undefined>(paths.length);
	}

	/** All pixels; whole once `fill` has ended. */
	get pixels(): Uint8Array {
		return this.#pixels;
	}

	/** Pictures from `first` on as a store of their own. */
	from(first: number): PixelStore {
		return {
			heldBytes: this.#pixels.length,
			read: async (samples, target) => {
				const places = Array.from(samples, (sample) => sample + first);
				await this.#arrive(places);
				const size = this.#sampleBytes;
				for (const [to, place] of places.entries()) target.set(this.#pixels.subarray(place * size, (place + 1) * size), to * size);
			},
		};
	}

	/** Decodes whatever is left, in order, a few pieces ahead; ends when all are there. */
	async fill(): Promise<void> {
		const underWay: Promise<void>[] = [];
		for (let start = 0; start < this.#paths.length; start += CHUNK) {
			const places = Array.from({ length: Math.min(CHUNK, this.#paths.length - start) }, (_, place) => start + place);
			underWay.push(quiet(this.#arrive(places)));
			if (underWay.length >= this.#decoder.threads * SPARE) await underWay.shift();
		}
		await Promise.all(underWay);
	}

	async #arrive(places: readonly number[]): Promise<void> {
		this.#signal.throwIfAborted();
		const missing = places.filter((place) => this.#arrivals[place] === undefined);
		for (let start = 0; start < missing.length; start += CHUNK) this.#ask(missing.slice(start, start + CHUNK));
		await Promise.all(new Set(places.map((place) => this.#arrivals[place])));
		this.#signal.throwIfAborted();
	}

	#ask(places: readonly number[]): void {
		const arrival = quiet(this.#decode(places));
		for (const place of places) this.#arrivals[place] = arrival;
	}

	async #decode(places: readonly number[]): Promise<void> {
		const decoded = await untilAborted(
			this.#decoder.decode({ paths: places.map((place) => this.#paths[place] ?? ''), size: this.#size }),
			this.#signal,
		);
		if (decoded === null) throw new PicturesLeftOut('a picture cannot be decoded');
		const size = this.#sampleBytes;
		for (const [from, place] of places.entries()) this.#pixels.set(decoded.subarray(from * size, (from + 1) * size), place * size);
	}
}

/** Whoever waits meets the error; where nobody does, nobody has to. */
function quiet<Value>(promise: Promise<Value>): Promise<Value> {
	promise.catch(() => undefined);
	return promise;
}

/** A hanging disk must not keep a run from being stopped. */
function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
	return new Promise((resolve, reject) => {
		const abort = (): void => reject(signal.reason);
		signal.addEventListener('abort', abort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}
