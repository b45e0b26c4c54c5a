import { describe, expect, it } from 'vitest';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import {
	choiceField,
	initialConfig,
	integerField,
	integersField,
	numberField,
	padField,
	parseConfig,
	stridesField,
	switchField,
	windowField,
} from './fields.ts';

const definition = {
	fields: {
		filters: integerField(32, 1, 65_536),
		rate: numberField(0.5, 0, 0.99, 0.05),
		poolSize: windowField([2, 2]),
		strides: stridesField([2, 2], { follows: 'poolSize' }),
		pad: padField(),
		padding: choiceField(['valid', 'same'], 'valid', 'segments'),
		useBias: switchField(true),
		targetShape: integersField([1], { min: 1, max: 65_536, minLength: 1, maxLength: 3 }),
	},
};
const formatter = createFormatter('en', english);

describe('parseConfig', () => {
	it('gives missing fields their initial value', () => {
		expect(parseConfig(definition, {})).toEqual({
			ok: true,
			value: {
				filters: 32,
				rate: 0.5,
				poolSize: [2, 2],
				strides: [2, 2],
				pad: { top: 0, bottom: 0, left: 0, right: 0 },
				padding: 'valid',
				useBias: true,
				targetShape: [1],
			},
		});
	});

	it('lets a field follow another one until it has a value of its own', () => {
		expect(parseConfig(definition, { poolSize: [3, 3] })).toMatchObject({ ok: true, value: { strides: [3, 3] } });
		expect(parseConfig(definition, { poolSize: [3, 3], strides: null })).toMatchObject({ ok: true, value: { strides: [3, 3] } });
		expect(parseConfig(definition, { poolSize: [3, 3], strides: [2, 2] })).toMatchObject({ ok: true, value: { strides: [2, 2] } });
	});

	it('leaves out what no field knows', () => {
		const parsed = parseConfig(definition, { colour: 'red' });
		if (!parsed.ok) throw new Error('expected settings');
		expect(Object.keys(parsed.value)).not.toContain('colour');
	});

	const refusals: readonly [unknown: Record<string, unknown>, field: string, sentence: string][] = [
		[{ filters: 2.5 }, 'filters', 'Needs a whole number from 1 to 65,536, but got 2.5.'],
		[{ filters: 0 }, 'filters', 'Needs at least 1, but got 0.'],
		[{ filters: -3 }, 'filters', 'Needs at least 1, but got -3.'],
		[{ filters: 1e9 }, 'filters', 'Takes at most 65,536, but got 1000000000.'],
		[{ filters: Number.NaN }, 'filters', 'Needs a whole number from 1 to 65,536, but got NaN.'],
		[{ filters: Number.POSITIVE_INFINITY }, 'filters', 'Needs a whole number from 1 to 65,536, but got Infinity.'],
		[{ filters: 'many' }, 'filters', 'Needs a whole number from 1 to 65,536, but got "many".'],
		[{ filters: null }, 'filters', 'Needs a whole number from 1 to 65,536, but got null.'],
		[{ rate: 1 }, 'rate', 'Takes at most 0.99, but got 1.'],
		[{ rate: '0.5' }, 'rate', 'Needs a number from 0 to 0.99, but got "0.5".'],
		[{ poolSize: [2] }, 'poolSize', 'Needs two whole numbers, height and width, but got [2].'],
		[{ poolSize: [2, 0], strides: [1, 1] }, 'poolSize', 'Needs at least 1, but got 0.'],
		[{ pad: { top: 1, bottom: 1, left: 1 } }, 'pad', 'Needs a whole number from 0 to 1,024, but got —.'],
		[{ pad: 3 }, 'pad', 'Needs four whole numbers: top, bottom, left and right, but got 3.'],
		[{ padding: 'full' }, 'padding', 'Needs one of valid, same, but got "full".'],
		[{ useBias: 'yes' }, 'useBias', 'Needs on or off, but got "yes".'],
		[{ targetShape: [] }, 'targetShape', 'Needs 1 to 3 whole numbers, but got [].'],
	];
	for (const [raw, field, sentence] of refusals) {
		it(`refuses ${String(Object.values(raw).map((value) => (typeof value === 'number' ? value : JSON.stringify(value))))} as ${field}`, () => {
			const parsed = parseConfig(definition, raw);
			if (parsed.ok) throw new Error('expected a refusal');
			expect(parsed.problem.map((problem) => problem.field)).toEqual([field]);
			expect(parsed.problem.map((problem) => formatter.text(problem.message))).toEqual([sentence]);
		});
	}

	it('names every wrong field at once', () => {
		const parsed = parseConfig(definition, { filters: 0, rate: 2 });
		if (parsed.ok) throw new Error('expected a refusal');
		expect(parsed.problem.map((problem) => problem.field)).toEqual(['filters', 'rate']);
	});
});

describe('initialConfig', () => {
	it('leaves following fields unset, so that they keep following', () => {
		const config = initialConfig(definition);
		expect(Object.keys(config)).not.toContain('strides');
		expect(parseConfig(definition, { ...config, poolSize: [3, 3] })).toMatchObject({ ok: true, value: { strides: [3, 3] } });
	});
});
