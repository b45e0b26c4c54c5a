import { expect, it } from 'vitest';
import { goldenReport } from './goldenReport.ts';

const right = { kind: 'dense', config: { units: 10, useBias: true }, inputs: [[84]], output: [10], weights: 850, trainableWeights: 850 };

function file(name: string, ...cases: readonly unknown[]) {
	return { name, text: JSON.stringify({ source: 'a framework', cases }) };
}

it('ends with how many cases agree', () => {
	expect(goldenReport([file('a.json', right, right), file('b.json', right)])).toEqual({
		ok: true,
		value: { lines: ['3 agree, 0 differ, 0 known exceptions'], differs: false },
	});
});

it('names every case that differs with its file, setting, inputs and both answers', () => {
	const report = goldenReport([
		file('a.json', right, { ...right, weights: 840, trainableWeights: undefined }),
		file(
			'b.json',
			{
				kind: 'add',
				config: {},
				inputs: [
					[4, 4, 2],
					[3, 3, 2],
				],
				output: [4, 4, 2],
			},
			{ ...right, output: undefined, error: 'ValueError' },
		),
	]);
	expect(report).toEqual({
		ok: true,
		value: {
			lines: [
				'a.json, case 1, dense {"units":10,"useBias":true} of 84: expected 10, 840 weights; found 10, 850 weights',
				'b.json, case 0, add {} of 4×4×2 and 3×3×2: expected 4×4×2; found refused (shapesDiffer)',
				'b.json, case 1, dense {"units":10,"useBias":true} of 84: expected refused (ValueError); found 10, 850 weights, 850 of them trainable',
				'1 agree, 3 differ, 0 known exceptions',
			],
			differs: true,
		},
	});
});

it('says of a file that is no table where it departs from the format', () => {
	expect(goldenReport([{ name: 'a.json', text: 'hello' }])).toMatchObject({
		ok: false,
		problem: expect.stringContaining('a.json: this is no JSON'),
	});
	expect(goldenReport([{ name: 'a.json', text: '{"source":"x","cases":[{"kind":3}]}' }])).toMatchObject({
		ok: false,
		problem: expect.stringContaining('cases[0].kind'),
	});
});
