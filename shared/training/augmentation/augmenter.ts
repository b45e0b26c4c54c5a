import { assertNever } from '../../assertNever.ts';
import { randomStream, shuffledIndices } from '../../random.ts';
import { countValues, type MapShape } from '../../tensor/shape.ts';
import { compose, identity, resample } from './affine.ts';
import { type Augmentation, transformations } from './catalogue.ts';
import { mixup } from './mixup.ts';
import type { Affine, Transformation } from './transformation.ts';

/** Samples side by side: 8-bit pixels, `count × height × width × channels`. */
export interface PixelBatch {
	readonly pixels: Uint8Array;
	/** Class numbers. */
	readonly labels: Int32Array;
	/** Places in the training samples, which the random numbers go by. */
	readonly samples: Int32Array;
}

/** A second answer of each row, for blended pictures, and how much the first one counts, 0 to 1. */
export interface Blend {
	readonly labels: Int32Array;
	readonly shares: Float32Array;
}

export interface AugmentedBatch {
	readonly pixels: Uint8Array;
	readonly blend: Blend | null;
}

interface Active {
	readonly transformation: Transformation;
	readonly strength: number;
}

/**
 * Changes training pictures at random, anew in each epoch. What happens to a sample follows from seed, epoch and its place in the
 * dataset alone; which one it is blended with, from the batch that it is in. So neither the number of workers nor where a run was
 * taken up again makes a difference. Each transformation draws from a stream of its own: switching one on leaves the others as they were.
 */
export class Augmenter {
	readonly #shape: MapShape;
	readonly #seed: number;
	readonly #active: readonly Active[];
	readonly #alpha: number | null;
	readonly #image: Float32Array;

	constructor(augmentation: Augmentation, shape: MapShape, seed: number) {
		this.#shape = shape;
		this.#seed = seed;
		this.#active = transformations.flatMap((transformation) => {
			const strength = augmentation[transformation.name];
			return strength === undefined ? [] : [{ transformation, strength }];
		});
		this.#alpha = augmentation.mixup ?? null;
		this.#image = new Float32Array(countValues(shape));
	}

	/** A batch as an epoch sees it; `batch` counts from 0 within the epoch. */
	augment({ pixels, labels, samples }: PixelBatch, epoch: number, batch: number): AugmentedBatch {
		const changed = new Uint8Array(pixels.length);
		const values = this.#image.length;
		for (const [place, sample] of samples.entries()) {
			const from = place * values;
			this.#change(pixels.subarray(from, from + values), changed.subarray(from, from + values), epoch, sample);
		}
		return this.#alpha === null ? { pixels: changed, blend: null } : this.#blend(changed, labels, samples, epoch, batch);
	}

	/** Moves first, all in one look-up; then changes values; rounds once. */
	#change(from: Uint8Array, to: Uint8Array, epoch: number, sample: number): void {
		const image = this.#image;
		const map = this.#drawMap(epoch, sample);
		if (map === null) image.set(from);
		else resample(from, image, this.#shape, map);
		for (const { transformation, strength } of this.#active) {
			if (transformation.kind !== 'pixelwise') continue;
			transformation.apply(image, strength, this.#stream(transformation.name, epoch, sample), this.#shape);
		}
		for (let at = 0; at < to.length; at++) to[at] = toByte(image[at] ?? 0);
	}

	/** `null` where every pixel stays. */
	#drawMap(epoch: number, sample: number): Affine | null {
		let map: Affine | null = null;
		for (const { transformation, strength } of this.#active) {
			switch (transformation.kind) {
				case 'geometric':
					map = compose(transformation.draw(strength, this.#stream(transformation.name, epoch, sample), this.#shape), map ?? identity);
					break;
				case 'pixelwise':
				case 'blending':
					break;
				default:
					assertNever(transformation);
			}
		}
		return map;
	}

	#blend(pixels: Uint8Array, labels: Int32Array, samples: Int32Array, epoch: number, batch: number): AugmentedBatch {
		const values = this.#image.length;
		const partners = shuffledIndices(samples.length, randomStream(this.#seed, `augmentation/partners/${epoch}/${batch}`));
		const blended = new Uint8Array(pixels.length);
		const shares = Float32Array.from(samples, (sample) => mixup.draw(this.#alpha ?? 1, this.#stream(mixup.name, epoch, sample)));
		for (const [place, partner] of partners.entries()) {
			const share = shares[place] ?? 1;
			const [first, second] = [place * values, partner * values];
			for (let at = 0; at < values; at++) {
				blended[first + at] = toByte(share * (pixels[first + at] ?? 0) + (1 - share) * (pixels[second + at] ?? 0));
			}
		}
		return { pixels: blended, blend: { labels: Int32Array.from(partners, (partner) => labels[partner] ?? 0), shares } };
	}

	#stream(name: string, epoch: number, sample: number) {
		return randomStream(this.#seed, `augmentation/${name}/${epoch}/${sample}`);
	}
}

/** The nearest whole number from 0 to 255. */
function toByte(value: number): number {
	return value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value);
}
