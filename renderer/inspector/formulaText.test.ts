import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, layerDefinition, layerTexts } from '#shared/layers/catalogue.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { FormulaBlock, FormulaLine, FormulaToken } from '#shared/layers/formula.ts';
import { configOf, inputsOf } from '#shared/layers/testing/arbitraries.ts';
import { contextOf } from '#shared/layers/testing/probe.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { groupLines, hasNumbers, spellFormula, spokenFormula } from './formulaText.ts';

function tokens(...pairs: readonly (readonly [symbol: string, number: string])[]): readonly FormulaToken[] {
	return pairs.map(([symbol, number]) => ({ symbol, number, role: 'plain' }));
}

const width = tokens(
	['⌊', '⌊'],
	['1', '1'],
	['+', '+'],
	['(', '('],
	['m', '28'],
	['−', '−'],
	['a', '5'],
	[')', ')'],
	['/', '/'],
	['s', '1'],
	['⌋', '⌋'],
);

describe('spellFormula', () => {
	it('writes symbols and numbers with room around plus, minus and the fraction', () => {
		expect(spellFormula(width, 'symbol')).toBe('⌊1 + (m − a) / s⌋');
		expect(spellFormula(width, 'number')).toBe('⌊1 + (28 − 5) / 1⌋');
	});
});

describe('groupLines', () => {
	it('keeps lines of equal length together and others apart', () => {
		const line = (label: string, length: number) => ({ label, tokens: width.slice(0, length), result: 1 });
		expect(groupLines([line('width', 9), line('height', 9), line('depth', 1)]).map((group) => group.map(({ label }) => label))).toEqual([
			['width', 'height'],
			['depth'],
		]);
	});
});

describe('hasNumbers', () => {
	it('is false for a single symbol', () => expect(hasNumbers({ label: 'depth', tokens: tokens(['filters', '6']), result: 6 })).toBe(false));
	it('is true for a formula', () => expect(hasNumbers({ label: 'width', tokens: width, result: 24 })).toBe(true));
});

const format = createFormatter('en', { ...english, ...layerTexts() });

function linesOf({ size, weights, multiplyAdds, denseInstead }: FormulaBlock): readonly FormulaLine[] {
	return [...size, weights, multiplyAdds, denseInstead].filter((line) => line !== null);
}

/** What the written numbers come to, as a reader would work them out. */
function workOut(numbers: string): number {
	const script = numbers
		.replaceAll(',', '')
		.replaceAll('⌊', 'Math.floor(')
		.replaceAll('⌈', 'Math.ceil(')
		.replace(/[⌋⌉]/g, ')')
		.replaceAll('·', '*')
		.replaceAll('−', '-');
	if (!/^[\d\s.,()*+\-/]*$/.test(script.replaceAll(/Math\.(floor|ceil|max)/g, ''))) throw new Error(`nobody can work out ${numbers}`);
	return Number(new Function(`return ${script}`)());
}

describe('spokenFormula', () => {
	const spoken = (kind: string, raw: Record<string, number | boolean | string | number[]>, input: TensorShape, output: TensorShape) => {
		const definition = layerDefinition(kind);
		const config = definition && parseConfig(definition, raw);
		if (!config?.ok) throw new Error(`${kind} refuses its settings`);
		return linesOf(
			definition?.formula?.(config.value, [input], output) ?? { size: [], weights: null, multiplyAdds: null, denseInstead: null },
		).map((line) => spokenFormula(line, format));
	};

	it.each([
		[
			'conv2d',
			{ filters: 6, kernelSize: [5, 5], padding: 'valid' },
			[28, 28, 1],
			[24, 24, 6],
			[
				'width: ⌊1 + (m + 2p − a) / s⌋ with numbers ⌊1 + (28 + 2·0 − 5) / 1⌋ makes 24.',
				'height: ⌊1 + (n + 2q − b) / t⌋ with numbers ⌊1 + (28 + 2·0 − 5) / 1⌋ makes 24.',
				'depth: filters is 6.',
				'Weights: (a·b·c + 1)·filters with numbers (5·5·1 + 1)·6 makes 156.',
				'Multiply-adds: width·height·filters·a·b·c with numbers 24·24·6·25 makes 86,400.',
				'Dense would need: (inputs + 1)·outputs with numbers (784 + 1)·3,456 makes 2,712,960.',
			],
		],
		[
			'depthwiseConv2d',
			{ depthMultiplier: 2, strides: [2, 2] },
			[14, 14, 32],
			[7, 7, 64],
			[
				'width: ⌊1 + (m + p + p′ − a) / s⌋ with numbers ⌊1 + (14 + 0 + 1 − 3) / 2⌋ makes 7.',
				'height: ⌊1 + (n + q + q′ − b) / t⌋ with numbers ⌊1 + (14 + 0 + 1 − 3) / 2⌋ makes 7.',
				'depth: c·multiplier with numbers 32·2 makes 64.',
				'Weights: (a·b + 1)·c·multiplier with numbers (3·3 + 1)·32·2 makes 640.',
				'Multiply-adds: width·height·depth·a·b with numbers 7·7·64·9 makes 28,224.',
				'Dense would need: (inputs + 1)·outputs with numbers (6,272 + 1)·3,136 makes 19,672,128.',
			],
		],
		[
			'separableConv2d',
			{ filters: 64 },
			[28, 28, 32],
			[28, 28, 64],
			[
				'width: ⌊1 + (m + 2p − a) / s⌋ with numbers ⌊1 + (28 + 2·1 − 3) / 1⌋ makes 28.',
				'height: ⌊1 + (n + 2q − b) / t⌋ with numbers ⌊1 + (28 + 2·1 − 3) / 1⌋ makes 28.',
				'depth: filters is 64.',
				'Weights: a·b·c + (c + 1)·filters with numbers 3·3·32 + (32 + 1)·64 makes 2,400.',
				'Multiply-adds: width·height·(a·b·c + c·filters) with numbers 28·28·(9·32 + 32·64) makes 1,831,424.',
				'Dense would need: (inputs + 1)·outputs with numbers (25,088 + 1)·50,176 makes 1,258,865,664.',
			],
		],
		[
			'conv2dTranspose',
			{ filters: 8, kernelSize: [4, 4], strides: [2, 2] },
			[7, 7, 16],
			[16, 16, 8],
			[
				'width: (m − 1)·s + a − 2p + e with numbers (7 − 1)·2 + 4 − 2·0 + 0 makes 16.',
				'height: (n − 1)·t + b − 2q + e with numbers (7 − 1)·2 + 4 − 2·0 + 0 makes 16.',
				'depth: filters is 8.',
				'Weights: (a·b·c + 1)·filters with numbers (4·4·16 + 1)·8 makes 2,056.',
				'Multiply-adds: m·n·c·a·b·filters with numbers 7·7·16·128 makes 100,352.',
				'Dense would need: (inputs + 1)·outputs with numbers (784 + 1)·2,048 makes 1,607,680.',
			],
		],
		[
			'maxPool2d',
			{ poolSize: [3, 3], strides: [2, 2] },
			[55, 55, 96],
			[27, 27, 96],
			[
				'width: ⌊1 + (m + 2p − a) / s⌋ with numbers ⌊1 + (55 + 2·0 − 3) / 2⌋ makes 27.',
				'height: ⌊1 + (n + 2q − b) / t⌋ with numbers ⌊1 + (55 + 2·0 − 3) / 2⌋ makes 27.',
				'depth: c is 96.',
			],
		],
		[
			'averagePool2d',
			{},
			[28, 28, 6],
			[14, 14, 6],
			[
				'width: ⌊1 + (m + 2p − a) / s⌋ with numbers ⌊1 + (28 + 2·0 − 2) / 2⌋ makes 14.',
				'height: ⌊1 + (n + 2q − b) / t⌋ with numbers ⌊1 + (28 + 2·0 − 2) / 2⌋ makes 14.',
				'depth: c is 6.',
			],
		],
		[
			'dense',
			{ units: 120 },
			[400],
			[120],
			[
				'values: units is 120.',
				'Weights: (inputs + 1)·units with numbers (400 + 1)·120 makes 48,120.',
				'Multiply-adds: inputs·units with numbers 400·120 makes 48,000.',
			],
		],
		['batchNorm', {}, [24, 24, 6], [24, 24, 6], ['Weights: values per channel·c with numbers 4·6 makes 24.']],
	] as const)('reads out symbols, numbers and result of %s', (kind, raw, input, output, sentences) => {
		expect(spoken(kind, JSON.parse(JSON.stringify(raw)), input, output)).toEqual(sentences);
	});

	it.each(catalogue.flatMap((definition) => (definition.formula ? [[definition.kind, definition] as const] : [])))(
		'says of %s what the numbers come to, whatever its settings',
		(_kind, definition) => {
			fc.assert(
				fc.property(configOf(definition), inputsOf(definition), (raw, inputs) => {
					const config = parseConfig(definition, raw);
					const inferred = config.ok ? definition.inferShape(config.value, inputs, contextOf()) : null;
					if (!config.ok || !inferred?.ok) return;
					for (const line of linesOf(
						definition.formula?.(config.value, inputs, inferred.value.output) ?? {
							size: [],
							weights: null,
							multiplyAdds: null,
							denseInstead: null,
						},
					)) {
						const text = spokenFormula(line, format);
						expect(text).not.toMatch(/formula\.|[{}]|undefined|null|NaN/);
						expect(text).toContain(format.count(line.result ?? Number.NaN));
						for (const { number } of line.tokens) expect(text).toContain(hasNumbers(line) ? number : '');
						expect(workOut(spellFormula(line.tokens, 'number'))).toBe(line.result);
					}
				}),
				{ numRuns: 60 },
			);
		},
	);
});
