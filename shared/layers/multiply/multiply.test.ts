import { describe, expect, it } from 'vitest';
import { describeElementwise } from '../testing/elementwise.ts';
import { probe, uncured } from '../testing/probe.ts';
import { multiply } from './multiply.ts';

describe('multiply', () => {
	describeElementwise(multiply, 'Multiply');

	it('makes a vector of one number per channel a gate for every place', () => {
		const inputs = [[14, 14, 32], [32]];
		const [problem] = probe(multiply, {}, inputs).problems;
		expect(problem?.fixes?.[0]).toMatchObject({ layerKind: 'reshape', input: 1, config: { targetShape: [1, 1, 32] } });
		expect(uncured(multiply, {}, inputs)).toEqual([]);
		expect(probe(multiply, {}, [[14, 14, 32], [16]]).problems[0]?.fixes).toEqual([]);
	});
});
