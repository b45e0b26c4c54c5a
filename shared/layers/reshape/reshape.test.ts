import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe, uncured, wording, words } from '../testing/probe.ts';
import { reshape } from './reshape.ts';

describe('reshape', () => {
	it('keeps the number of values (Keras)', () => {
		expect(outcome(reshape, { targetShape: [28, 28, 1] }, [[784]])).toBe('28×28×1');
		expect(outcome(reshape, { targetShape: [9, 168, 1] }, [[9, 28, 6]])).toBe('9×168×1');
		expect(outcome(reshape, { targetShape: [2584] }, [[19, 17, 8]])).toBe('2584');
	});

	it('fills in what remains for −1, as Keras does', () => {
		expect(outcome(reshape, { targetShape: [-1] }, [[14, 3, 6]])).toBe('252');
		expect(outcome(reshape, { targetShape: [30, 68, -1] }, [[34, 30, 16]])).toBe('30×68×8');
		expect(outcome(reshape, { targetShape: [-1, 41, 4] }, [[24, 41, 1]])).toBe('6×41×4');
		expect(outcome(reshape, { targetShape: [5, -1] }, [[784]])).toBe('reshapeCount error');
		expect(uncured(reshape, { targetShape: [5, -1] }, [[784]])).toEqual([]);
		expect(parseConfig(reshape, { targetShape: [-1, -1] }).ok).toBe(false);
	});

	it('says how many values there are, and offers sizes that hold them', () => {
		const raw = { targetShape: [28, 28, 3] };
		const [problem] = probe(reshape, raw, [[784]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(reshape, problem).text).toBe(
			'the layer before hands it 784, which are 784 values; 28 × 28 × 3 would hold 2,352 values.',
		);
		expect(problem.fixes?.map(({ label }) => words(label))).toEqual(['Reshape to 28 × 28 × 1', 'Reshape to 784']);
		expect(uncured(reshape, raw, [[784]])).toEqual([]);
	});

	it('is a Reshape', () => {
		expect(probe(reshape, { targetShape: [4, 4, 1] }, [[16]]).keras).toEqual([
			{ className: 'Reshape', config: { target_shape: [4, 4, 1] }, weights: [] },
		]);
	});
});
