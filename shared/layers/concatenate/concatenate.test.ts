import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe, spell, uncured, wording } from '../testing/probe.ts';
import { concatenate } from './concatenate.ts';

describe('concatenate', () => {
	it('stacks along one axis, the others being equal', () => {
		expect(
			outcome(concatenate, {}, [
				[28, 28, 64],
				[28, 28, 128],
				[28, 28, 32],
				[28, 28, 32],
			]),
		).toBe('28×28×256');
		expect(
			outcome(concatenate, { axis: 'height' }, [
				[3, 30, 16],
				[5, 30, 16],
				[4, 30, 16],
			]),
		).toBe('12×30×16');
		expect(
			outcome(concatenate, { axis: 'width' }, [
				[3, 30, 16],
				[3, 4, 16],
			]),
		).toBe('3×34×16');
		expect(outcome(concatenate, {}, [[120], [84]])).toBe('204');
	});

	it('says which branch does not line up, and stacks along the axis that does', () => {
		const inputs = [
			[33, 19, 15],
			[34, 19, 15],
		];
		const [problem] = probe(concatenate, {}, inputs).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(concatenate, problem).text).toBe(
			'Wire 2 brings 34 × 19 × 15, wire 1 brings 33 × 19 × 15. To be stacked along the channels, all other sizes must be equal.',
		);
		expect(problem.fixes?.map(({ id }) => id)).toEqual(['along-height']);
		expect(uncured(concatenate, {}, inputs)).toEqual([]);
	});

	it('brings the larger map down by a stride', () => {
		const inputs = [
			[28, 28, 64],
			[14, 14, 128],
		];
		const [problem] = probe(concatenate, {}, inputs).problems;
		expect(problem?.fixes?.[0]).toMatchObject({ layerKind: 'conv2d', input: 0, config: { filters: 64, strides: [2, 2] } });
		expect(uncured(concatenate, {}, inputs)).toEqual([]);
	});

	it('has no height to stack vectors along', () => {
		expect(outcome(concatenate, { axis: 'height' }, [[120], [84]])).toBe('axisMissing error');
		expect(uncured(concatenate, { axis: 'height' }, [[120], [84]])).toEqual([]);
	});

	it('does not mix maps and vectors', () => {
		expect(outcome(concatenate, {}, [[14, 14, 8], [8]])).toBe('concatenateMismatch error');
	});

	it('adds the channels in its formula', () => {
		const config = parseConfig(concatenate, {});
		if (!config.ok) throw new Error('settings');
		expect(
			concatenate
				.formula?.(
					config.value,
					[
						[4, 4, 32],
						[4, 4, 16],
					],
					[4, 4, 48],
				)
				.size.map(spell),
		).toEqual([['c₁+c₂', '32+16', 48]]);
	});

	it('is a Concatenate with Keras’s axis, where the batch is 0', () => {
		const axisOf = (axis: string) =>
			probe(concatenate, { axis }, [
				[4, 4, 8],
				[4, 4, 8],
			]).keras[0]?.config.axis;
		expect([axisOf('channels'), axisOf('height'), axisOf('width')]).toEqual([-1, 1, 2]);
	});
});
