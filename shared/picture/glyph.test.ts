import { describe, expect, it } from 'vitest';
import { boundsOf, largestSide, measureGlyph, mixMeasures, nodeScale, stripScale } from './glyph.ts';

describe('measureGlyph', () => {
	it('draws the largest map with a face of 60 × 60 and six channels 14.9 deep', () => {
		const slab = measureGlyph([28, 28, 6], 28);
		expect(slab).toMatchObject({ kind: 'slab', height: 60, width: 60, channels: 6 });
		expect(slab.kind === 'slab' && slab.depth).toBeCloseTo(14.89, 2);
	});

	it('shrinks the side with the power 0.6', () => {
		const slab = measureGlyph([14, 7, 16], 28);
		expect(slab.height).toBeCloseTo(39.59, 2);
		expect(slab.width).toBeCloseTo(26.12, 2);
	});

	it('keeps the smallest map visible', () => {
		expect(measureGlyph([1, 1, 512], 224)).toMatchObject({ height: 9, width: 9, channels: 8 });
	});

	it('makes a single channel 4 deep', () => {
		expect(measureGlyph([28, 28, 1], 28)).toMatchObject({ depth: 4, channels: 1 });
	});

	it('never outgrows its scale when the largest side is out of date', () => {
		expect(measureGlyph([64, 64, 3], 28)).toMatchObject({ height: 60, width: 60 });
	});

	it('draws 400 values as a bar 70.4 high and counts the cells of ten', () => {
		const long = measureGlyph([400], 28);
		const short = measureGlyph([10], 28);
		expect(long.height).toBeCloseTo(70.4, 1);
		expect(long).toMatchObject({ kind: 'bar', width: 9, cells: 0 });
		expect(short.height).toBeCloseTo(36.1, 1);
		expect(short).toMatchObject({ cells: 10 });
	});

	it('cuts bars off at the height of the picture', () => {
		expect(measureGlyph([25_088], 224).height).toBe(nodeScale.bar);
	});

	it('scales depth with the slab in a row of a whole network', () => {
		const slab = measureGlyph([32, 32, 16], 32, stripScale);
		expect(slab.kind === 'slab' && slab.depth).toBeCloseTo(20.7, 1);
	});
});

describe('boundsOf', () => {
	it('adds the slanted face to front', () => {
		const { width, height } = boundsOf({ kind: 'slab', height: 60, width: 60, depth: 4, channels: 1 });
		expect(width).toBeCloseTo(31.6, 5);
		expect(height).toBeCloseTo(80.4, 5);
	});
});

describe('largestSide', () => {
	it('looks at rows and columns of maps, not at channels or vectors', () => {
		expect(largestSide([[28, 30, 512], [4096], null])).toBe(30);
	});
	it('is 1 without maps', () => {
		expect(largestSide([[10]])).toBe(1);
	});
});

describe('mixMeasures', () => {
	it('goes evenly from slab to slab', () => {
		const from = measureGlyph([28, 28, 1], 28);
		const to = measureGlyph([7, 7, 64], 28);
		expect(mixMeasures(from, to, 0)).toMatchObject({ height: from.height });
		expect(mixMeasures(from, to, 1)).toEqual(to);
		expect(mixMeasures(from, to, 0.5).height).toBeCloseTo((from.height + to.height) / 2, 9);
	});
	it('changes from slab to bar at once', () => {
		const to = measureGlyph([400], 28);
		expect(mixMeasures(measureGlyph([28, 28, 1], 28), to, 0.1)).toBe(to);
	});
});
