import { describe, expect, it } from 'vitest';
import { outcome, probe, uncured, wording, words } from '../testing/probe.ts';
import { add } from './add.ts';

describe('add', () => {
	it('adds two or more branches of one size', () => {
		expect(
			outcome(add, {}, [
				[56, 56, 64],
				[56, 56, 64],
			]),
		).toBe('56×56×64');
		expect(
			outcome(add, {}, [
				[30, 25, 6],
				[30, 25, 6],
				[30, 25, 6],
			]),
		).toBe('30×25×6');
		expect(outcome(add, {}, [[120], [120]])).toBe('120');
	});

	it('lets one value serve a whole axis, and nothing else', () => {
		expect(
			outcome(add, {}, [
				[31, 17, 2],
				[1, 1, 2],
				[31, 17, 2],
			]),
		).toBe('31×17×2');
		expect(
			outcome(add, {}, [
				[39, 5, 1],
				[39, 5, 2],
			]),
		).toBe('39×5×2');
		expect(
			outcome(add, {}, [
				[20, 29, 2],
				[21, 29, 2],
			]),
		).toBe('shapesDiffer error');
		expect(outcome(add, {}, [[14, 14, 32], [32]])).toBe('shapesDiffer error');
	});

	it('offers the projection of residual networks: 1 × 1 with the stride that brings the shortcut down', () => {
		const inputs = [
			[28, 28, 128],
			[56, 56, 64],
		];
		const [problem] = probe(add, {}, inputs).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(add, problem).text).toBe(
			'Wire 2 brings 56 × 56 × 64, wire 1 brings 28 × 28 × 128. Values are joined place by place, so every size must be equal, or 1 where one value serves all.',
		);
		expect(problem.input).toBe(1);
		expect(problem.fixes?.map(({ id }) => id)).toEqual(['project']);
		expect(problem.fixes?.[0]).toMatchObject({
			layerKind: 'conv2d',
			input: 1,
			config: { filters: 128, kernelSize: [1, 1], strides: [2, 2], padding: 'same', activation: 'linear' },
		});
		expect(words(problem.fixes?.[0]?.detail ?? { id: '' })).toBe('On wire 2, with stride 2: makes 28 × 28 × 128 of it with 8,320 weights.');
		expect(uncured(add, {}, inputs)).toEqual([]);
		expect(uncured(add, {}, inputs, { fractions: 'strict' })).toEqual([]);
	});

	it('projects the branch with fewer channels, fills it with zeros, or stacks both instead', () => {
		const inputs = [
			[32, 32, 16],
			[32, 32, 32],
		];
		const [problem] = probe(add, {}, inputs).problems;
		expect(problem?.input).toBe(0);
		expect(problem?.fixes?.map(({ id }) => id)).toEqual(['project', 'zeroChannels', 'concatenateInstead']);
		expect(problem?.fixes?.[0]).toMatchObject({ input: 0, config: { filters: 32, strides: [1, 1] } });
		expect(problem?.fixes?.[1]).toMatchObject({ input: 0, layerKind: 'padChannels', config: { before: 8, after: 8 } });
		expect(uncured(add, {}, inputs)).toEqual([]);
	});

	it('changes the one branch that differs from the others', () => {
		const inputs = [
			[8, 20, 3],
			[8, 20, 4],
			[8, 20, 3],
			[8, 20, 3],
		];
		const [problem] = probe(add, {}, inputs).problems;
		expect(problem?.input).toBe(1);
		expect(uncured(add, {}, inputs)).toEqual([]);
	});

	it('offers a dense layer between vectors', () => {
		const [problem] = probe(add, {}, [[84], [120]]).problems;
		expect(problem?.fixes?.[0]).toMatchObject({ id: 'projectDense', layerKind: 'dense', input: 0, config: { units: 120 } });
	});

	it('offers nothing where no stride brings one map to the other', () => {
		expect(
			probe(add, {}, [
				[28, 28, 8],
				[13, 13, 8],
			]).problems[0]?.fixes,
		).toEqual([]);
	});

	it('is an Add', () => {
		expect(
			probe(add, {}, [
				[4, 4, 8],
				[4, 4, 8],
			]),
		).toMatchObject({ weights: 0, multiplyAdds: 0, keras: [{ className: 'Add', config: {} }] });
	});
});
