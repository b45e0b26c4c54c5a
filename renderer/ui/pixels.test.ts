import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onWhite } from '#shared/pictures/pixels.ts';
import { decodePixels, encodePixels, toRgba, toWire } from './pixels.ts';

describe('pixels', () => {
	it('survive the way through base64', () => {
		const bytesOf = fc.uint8Array({ maxLength: 100_000 });
		fc.assert(
			fc.property(bytesOf, (bytes) => {
				expect(decodePixels(encodePixels(bytes))).toEqual(bytes);
			}),
			{ numRuns: 20 },
		);
	});

	it('spread one grey over three colours', () => {
		const grey = { width: 2, height: 1, channels: 1 as const, data: encodePixels(Uint8Array.of(0, 200)) };
		expect([...toRgba(grey)]).toEqual([0, 0, 0, 255, 200, 200, 200, 255]);
	});

	it('keep red, green and blue in order', () => {
		const colour = { width: 1, height: 1, channels: 3 as const, data: encodePixels(Uint8Array.of(1, 2, 3)) };
		expect([...toRgba(colour)]).toEqual([1, 2, 3, 255]);
	});

	it('lie on white where they are transparent', () => {
		const { data, ...rest } = toWire(onWhite(2, 1, Uint8ClampedArray.of(10, 20, 30, 255, 0, 0, 0, 0)));
		expect(rest).toEqual({ width: 2, height: 1, channels: 3 });
		expect([...decodePixels(data)]).toEqual([10, 20, 30, 255, 255, 255]);
	});
});
