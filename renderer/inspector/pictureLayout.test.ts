import { describe, expect, it } from 'vitest';
import { type MapWindowRequest, slideOverMap, type WindowGeometry } from '#shared/tensor/window.ts';
import { cellAt, layOutAxis, layOutPicture, partsOf, spanOf } from './pictureLayout.ts';

const room = { width: 292, height: 168, gap: 44 };

function geometry(request: MapWindowRequest): WindowGeometry {
	const slid = slideOverMap(request);
	if (!slid.ok) throw new Error('expected a window that fits');
	return slid.value;
}

describe('layOutAxis', () => {
	it('draws up to 32 cells in one stretch', () => {
		expect(layOutAxis(32, 4)).toMatchObject({ length: 128, stretches: [{ from: 0, to: 32, at: 0 }] });
	});
	it('cuts the middle out of longer axes and keeps the last eight cells', () => {
		expect(layOutAxis(227, 3)).toMatchObject({
			stretches: [
				{ from: 0, to: 24, at: 0 },
				{ from: 219, to: 227, at: 78 },
			],
			length: 102,
		});
	});
});

describe('spanOf and partsOf', () => {
	const axis = layOutAxis(40, 4);
	it('gives the pixels of cells in one stretch', () => expect(spanOf(axis, 2, 5)).toEqual({ at: 8, length: 12 }));
	it('gives the pixels behind the cut', () => expect(spanOf(axis, 33, 40)).toEqual({ at: 106, length: 28 }));
	it('hides what the cut goes through', () => expect(spanOf(axis, 22, 26)).toBeNull());
	it('splits what goes over the cut', () =>
		expect(partsOf(axis, 20, 36)).toEqual([
			{ at: 80, length: 16 },
			{ at: 102, length: 16 },
		]));
});

describe('cellAt', () => {
	const axis = layOutAxis(40, 4);
	it('finds the cell under a pixel on both sides of the cut', () => {
		expect([cellAt(axis, 0), cellAt(axis, 9), cellAt(axis, 103)]).toEqual([0, 2, 32]);
	});
	it('stays inside', () => {
		expect([cellAt(axis, -5), cellAt(axis, 99), cellAt(axis, 1000)]).toEqual([0, 23, 39]);
	});
});

describe('layOutPicture', () => {
	it('draws LeNet on 28 × 28 with same padding at 4 px, padded input 128 px and output 112 px', () => {
		const layout = layOutPicture(geometry({ input: [28, 28], window: [5, 5], strides: [1, 1], padding: 'same' }), room);
		expect(layout.cell).toBe(4);
		expect([layout.input.x.length, layout.output.x.length]).toEqual([128, 112]);
		expect(layout.places.x).toHaveLength(28);
	});

	it('keeps both maps inside the room for any window', () => {
		for (const side of [1, 2, 3, 5, 7, 14, 28, 33, 56, 224, 1000]) {
			for (const window of [1, 2, 3, 5, 11]) {
				for (const strides of [1, 2, 4]) {
					const layout = layOutPicture(
						geometry({ input: [side, side], window: [window, window], strides: [strides, strides], padding: 'same' }),
						room,
					);
					expect(layout.input.x.length + layout.output.x.length + room.gap).toBeLessThanOrEqual(room.width);
					expect(Math.max(layout.input.y.length, layout.output.y.length)).toBeLessThanOrEqual(room.height);
					expect(layout.places.x[0]).toBe(0);
				}
			}
		}
	});

	it('leaves out the places that the cut hides', () => {
		const layout = layOutPicture(geometry({ input: [227, 227], window: [11, 11], strides: [4, 4], padding: 'valid' }), room);
		expect(layout.places.x).toEqual([0, 1, 2, 3]);
	});
});
