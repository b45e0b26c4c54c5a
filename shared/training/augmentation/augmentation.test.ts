import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RandomStream, randomStream } from '../../random.ts';
import { countValues, type MapShape } from '../../tensor/shape.ts';
import { defaultTrainingConfig, savedTraining } from '../config.ts';
import { compose, identity, resample } from './affine.ts';
import { Augmenter, type PixelBatch } from './augmenter.ts';
import { brightness } from './brightness.ts';
import { type Augmentation, augmentationSchema, isAugmenting, transformations } from './catalogue.ts';
import { contrast } from './contrast.ts';
import { crop } from './crop.ts';
import { cutout } from './cutout.ts';
import { flip } from './flip.ts';
import { mixup } from './mixup.ts';
import { noise } from './noise.ts';
import { rotate } from './rotate.ts';
import { shift } from './shift.ts';
import type { Affine } from './transformation.ts';
import { zoom } from './zoom.ts';

const square: MapShape = [3, 3, 1];
const picture = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

/** Gives these numbers from 0 to 1, one after the other. */
function drawing(...units: number[]): RandomStream {
	const next = (): number => {
		const unit = units.shift();
		if (unit === undefined) throw new Error('more was drawn than given');
		return unit;
	};
	return {
		nextUnit: next,
		nextBelow: (below) => Math.floor(next() * below),
		nextUint32: () => 0,
		save: () => [0, 0, 0, 0],
	};
}

function moved(map: Affine, from = picture, shape = square): number[] {
	const to = new Float32Array(from.length);
	resample(from, to, shape, map);
	return [...to].map((value) => Math.round(value * 1000) / 1000);
}

describe('pictures of 3 × 3', () => {
	it('are flipped left to right', () => {
		expect(moved(flip.draw(0.5, drawing(0.49), square))).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7]);
		expect(moved(flip.draw(0.5, drawing(0.5), square))).toEqual([...picture]);
	});

	it('are shifted by whole pixels, and their border goes on', () => {
		// From −1 to 1 times 0.4 of 3 pixels: 1 to the right and 1 up look up 1 left and 1 down of where they are.
		expect(moved(shift.draw(0.4, drawing(0, 1), square))).toEqual([4, 4, 5, 7, 7, 8, 7, 7, 8]);
	});

	it('are turned by a quarter', () => {
		// All of 90°, clockwise as numpy.rot90(k = −1) turns: the left column becomes the top row.
		expect(moved(rotate.draw(90, drawing(1), square))).toEqual([7, 4, 1, 8, 5, 2, 9, 6, 3]);
	});

	it('are enlarged to twice their size about the centre, between the pixels', () => {
		expect(moved(zoom.draw(1, drawing(1), square))).toEqual([3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7]);
	});

	it('are cropped to a window inside them', () => {
		// Half the side, as far left and up as it can be: 0.75 pixels from the centre.
		const map = crop.draw(0.5, drawing(1, 0, 0), square);
		expect(map).toEqual({ xx: 0.5, xy: 0, dx: -0.75, yx: 0, yy: 0.5, dy: -0.75 });
		// Columns −0.25, 0.25 and 0.75 of the picture; the first lies beyond the border.
		expect(moved(map)[0]).toBe(1);
		expect(moved(map)[2]).toBe(1.75);
		expect(moved(map)[8]).toBe(4);
	});

	it('are looked up once for all moves, the later one first', () => {
		const right: Affine = { ...identity, dx: -1 };
		const mirror: Affine = { ...identity, xx: -1 };
		// Mirrored, then moved to the right.
		expect(moved(compose(right, mirror))).toEqual([3, 3, 2, 6, 6, 5, 9, 9, 8]);
	});

	it('get lighter by the same everywhere', () => {
		const image = Float32Array.of(0, 100, 200);
		brightness.apply(image, 0.2, drawing(1), [1, 3, 1]);
		expect([...image]).toEqual([51, 151, 251]);
	});

	it('get more contrast about the mean of each channel', () => {
		const image = Float32Array.of(10, 100, 30, 200);
		contrast.apply(image, 0.5, drawing(1), [1, 2, 2]);
		expect([...image]).toEqual([5, 75, 35, 225]);
	});

	it('lose a square around a place to their mean', () => {
		const image = Float32Array.from(picture);
		// A third of three pixels around row 1, column 2.
		cutout.apply(image, 0.34, drawing(0.5, 0.99), square);
		expect([...image]).toEqual([1, 2, 3, 4, 5, 5, 7, 8, 9]);
	});
});

describe('random numbers', () => {
	it('of noise are normal with the strength as deviation', () => {
		const image = new Float32Array(20_001);
		noise.apply(image, 0.1, randomStream(1, 'noise'), [1, image.length, 1]);
		const mean = image.reduce((sum, value) => sum + value, 0) / image.length;
		const variance = image.reduce((sum, value) => sum + (value - mean) ** 2, 0) / image.length;
		expect(Math.abs(mean)).toBeLessThan(25.5 * 0.03);
		expect(Math.sqrt(variance)).toBeGreaterThan(25.5 * 0.97);
		expect(Math.sqrt(variance)).toBeLessThan(25.5 * 1.03);
		// 68.3 % lie within one deviation.
		const within = image.filter((value) => Math.abs(value) < 25.5).length / image.length;
		expect(Math.abs(within - 0.683)).toBeLessThan(0.015);
	});

	it.each([0.05, 0.2, 1])('of mixup have the mean and the variance of Beta(%d, %d)', (alpha) => {
		const random = randomStream(3, 'mixup');
		const shares = Array.from({ length: 20_000 }, () => mixup.draw(alpha, random));
		const mean = shares.reduce((sum, value) => sum + value, 0) / shares.length;
		const variance = shares.reduce((sum, value) => sum + (value - mean) ** 2, 0) / shares.length;
		expect(Math.abs(mean - 0.5)).toBeLessThan(0.015);
		// 1 ÷ (4 · (2α + 1))
		expect(Math.abs(variance * 4 * (2 * alpha + 1) - 1)).toBeLessThan(0.03);
	});
});

const shape: MapShape = [7, 5, 3];
const values = countValues(shape);

function batch(count: number, seed = 1): PixelBatch {
	const random = randomStream(seed, 'pictures');
	return {
		pixels: Uint8Array.from({ length: count * values }, () => random.nextBelow(256)),
		labels: Int32Array.from({ length: count }, (_, index) => index % 4),
		samples: Int32Array.from({ length: count }, (_, index) => index * 3 + 1),
	};
}

const augmentation = fc.record(
	Object.fromEntries(
		transformations.map(({ name, strength }) => [
			name,
			fc
				.double({ min: strength.min, max: strength.max, noNaN: true })
				.map((value) => Math.min(strength.max, Math.max(strength.min, value))),
		]),
	),
	{ requiredKeys: [] },
) as fc.Arbitrary<Augmentation>;

describe('augmentation', () => {
	it('keeps size and range, repeats for a seed, and leaves what it is given as it is', () => {
		fc.assert(
			fc.property(augmentation, fc.nat(), fc.nat(50), (settings, seed, epoch) => {
				const given = batch(4);
				const before = given.pixels.slice();
				const once = new Augmenter(settings, shape, seed).augment(given, epoch, 2);
				expect(once.pixels).toHaveLength(given.pixels.length);
				expect(new Augmenter(settings, shape, seed).augment(given, epoch, 2)).toEqual(once);
				expect(given.pixels).toEqual(before);
				expect(once.blend === null).toBe(settings.mixup === undefined);
				for (const share of once.blend?.shares ?? []) expect(share >= 0 && share <= 1).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});

	it('changes nothing where nothing is switched on', () => {
		const given = batch(3);
		expect(new Augmenter({}, shape, 1).augment(given, 0, 0)).toEqual({ pixels: given.pixels, blend: null });
		expect(isAugmenting({})).toBe(false);
		expect(isAugmenting({ flip: 0.5 })).toBe(true);
	});

	it.each(transformations.map(({ name, strength }) => [name, strength.usual] as const))(
		'of %s differs between epochs and between seeds',
		(name, usual) => {
			const pixels = (seed: number, epoch: number) =>
				new Augmenter({ [name]: usual }, shape, seed).augment(batch(8), epoch, 0).pixels.join();
			const seen = [pixels(1, 0), pixels(1, 1), pixels(2, 0), batch(8).pixels.join()];
			expect(new Set(seen).size).toBe(seen.length);
		},
	);

	it('of a sample does not depend on the batch that it is in', () => {
		const settings: Augmentation = { flip: 0.5, rotate: 20, zoom: 0.2, noise: 0.1, cutout: 0.3 };
		const all = batch(5);
		const whole = new Augmenter(settings, shape, 7).augment(all, 3, 0);
		const last = new Augmenter(settings, shape, 7).augment(
			{ pixels: all.pixels.slice(4 * values), labels: all.labels.slice(4), samples: all.samples.slice(4) },
			3,
			9,
		);
		expect(last.pixels).toEqual(whole.pixels.slice(4 * values));
	});

	it('leaves the others as they were when one more is switched on', () => {
		const alone = new Augmenter({ shift: 0.3 }, shape, 5).augment(batch(6), 1, 0).pixels;
		// Grain of a hundredth: with another shift, neighbouring pixels would differ by a third of the range.
		const grainy = new Augmenter({ shift: 0.3, noise: 0.01 }, shape, 5).augment(batch(6), 1, 0).pixels;
		const difference = alone.reduce((sum, value, at) => sum + Math.abs(value - (grainy[at] ?? 0)), 0) / alone.length;
		expect(difference).toBeLessThan(5);
	});

	it('blends by the shares that it tells, with partners of the same batch', () => {
		const given = batch(6);
		const { pixels, blend } = new Augmenter({ mixup: 1 }, shape, 4).augment(given, 0, 0);
		if (blend === null) throw new Error('mixup gave no blend');
		for (let row = 0; row < 6; row++) {
			const share = blend.shares[row] ?? 0;
			const partners = [...given.labels.keys()].filter((other) => given.labels[other] === blend.labels[row]);
			const isBlendOf = (other: number): boolean =>
				Array.from({ length: values }).every((_, at) => {
					const expected = share * (given.pixels[row * values + at] ?? 0) + (1 - share) * (given.pixels[other * values + at] ?? 0);
					return Math.abs((pixels[row * values + at] ?? 0) - expected) <= 0.51;
				});
			expect(partners.some(isBlendOf)).toBe(true);
		}
	});
});

describe('settings of augmentation', () => {
	it('are left out of saved files where nothing is switched on', () => {
		expect(savedTraining({ ...defaultTrainingConfig, augmentation: {} })).not.toHaveProperty('augmentation');
		expect(savedTraining({ ...defaultTrainingConfig, augmentation: { flip: 0.5 } })).toMatchObject({ augmentation: { flip: 0.5 } });
	});

	it('have bounds, and what they are switched on with lies within', () => {
		expect(augmentationSchema.safeParse({ rotate: 181 }).success).toBe(false);
		for (const { name, strength } of transformations) {
			expect(augmentationSchema.safeParse({ [name]: strength.usual }).success).toBe(true);
			expect(augmentationSchema.safeParse({ [name]: 0 }).success).toBe(false);
		}
	});
});
