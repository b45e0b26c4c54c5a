import { describe, expect, it } from 'vitest';
import type { Picture } from './pixels.ts';
import { scalePicture } from './scalePicture.ts';

function grey(width: number, height: number, data: readonly number[]): Picture {
	return { width, height, channels: 1, data: Uint8Array.from(data) };
}

describe('scalePicture', () => {
	it('leaves a picture of the right size as it is, from 0 to 1', () => {
		expect(Array.from(scalePicture(grey(2, 2, [0, 51, 102, 255]), [2, 2, 1], [2, 2, 1]))).toEqual([0, 0.2, 0.4, 1].map(Math.fround));
	});

	it('averages when it shrinks, so that thin strokes stay', () => {
		const stroke = grey(8, 1, [0, 0, 0, 255, 0, 0, 0, 0]);
		const scaled = scalePicture(stroke, [1, 4, 1], [1, 4, 1]);
		expect(scaled.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.5, 2);
		expect(scaled[1]).toBeGreaterThan(0.3);
	});

	it('keeps an even colour even, however it is scaled', () => {
		const even = grey(
			5,
			7,
			Array.from({ length: 35 }, () => 128),
		);
		for (const value of scalePicture(even, [28, 28, 1], [28, 28, 1])) expect(value).toBeCloseTo(128 / 255, 5);
		for (const value of scalePicture(even, [3, 2, 1], [3, 2, 1])) expect(value).toBeCloseTo(128 / 255, 5);
	});

	it('turns colour into brightness and grey into three equal channels', () => {
		const red: Picture = { width: 1, height: 1, channels: 3, data: Uint8Array.of(255, 0, 0) };
		expect(scalePicture(red, [1, 1, 1], [1, 1, 1])[0]).toBeCloseTo(76 / 255, 5);
		expect(Array.from(scalePicture(grey(1, 1, [51]), [1, 1, 3], [1, 1, 3]))).toEqual([0.2, 0.2, 0.2].map(Math.fround));
	});

	it('takes the size of the data where the network takes a vector', () => {
		expect(
			scalePicture(
				grey(
					56,
					56,
					Array.from({ length: 3136 }, () => 0),
				),
				[784],
				[28, 28, 1],
			),
		).toHaveLength(784);
	});
});
