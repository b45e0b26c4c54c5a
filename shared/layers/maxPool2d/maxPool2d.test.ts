import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe, spell, uncured, wording } from '../testing/probe.ts';
import { maxPool2d } from './maxPool2d.ts';

const sides = (amount: number) => ({ top: amount, bottom: amount, left: amount, right: amount });

describe('maxPool2d sizes', () => {
	/** LeNet, AlexNet, ResNet, and Keras's and PyTorch's documentation. */
	const table = [
		['2 × 2 halves', {}, [28, 28, 6], '14×14×6'],
		['3 × 3 steps by 3 unless told otherwise', { poolSize: [3, 3] }, [9, 9, 4], '3×3×4'],
		['AlexNet: 3 × 3, stride 2', { poolSize: [3, 3], strides: [2, 2] }, [55, 55, 96], '27×27×96'],
		[
			'ResNet: 3 × 3, stride 2, padding 1',
			{ poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: sides(1) },
			[112, 112, 64],
			'56×56×64',
		],
		['Keras same: 5 over 2', { padding: 'same' }, [5, 5, 3], '3×3×3'],
		['PyTorch: 3 × 2, stride 2 × 1', { poolSize: [3, 2], strides: [2, 1] }, [50, 32, 16], '24×31×16'],
	] as const;
	for (const [name, config, input, size] of table) {
		it(`${name}: ${input.join('×')} becomes ${size}`, () => {
			expect(outcome(maxPool2d, JSON.parse(JSON.stringify(config)), [input])).toBe(size);
		});
	}

	it('has nothing to learn and multiplies nothing', () => {
		expect(probe(maxPool2d, {}, [[28, 28, 6]])).toMatchObject({ weights: 0, multiplyAdds: 0 });
	});
});

describe('maxPool2d problems', () => {
	it('does not fit a window into a smaller map', () => {
		expect(outcome(maxPool2d, { poolSize: [3, 3], strides: [2, 2] }, [[1, 21, 6]])).toBe('windowTooLarge error');
	});

	it('warns of the row that a stride of 2 leaves over', () => {
		expect(probe(maxPool2d, {}, [[15, 14, 4]]).codes).toEqual(['remainder warning']);
		expect(uncured(maxPool2d, {}, [[15, 14, 4]])).toEqual([]);
	});

	it('refuses windows that lie in the padding alone, where there is no largest value', () => {
		const raw = { poolSize: [2, 2], padding: 'explicit', pad: sides(2) };
		const { codes, problems } = probe(maxPool2d, raw, [[8, 8, 1]]);
		expect(codes).toEqual(['windowOnlyPadding error']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(maxPool2d, problem).text).toContain('2 rows and 2 columns of padding and a window of 2 rows and 2 columns');
		expect(uncured(maxPool2d, raw, [[8, 8, 1]])).toEqual([]);
	});

	it('cannot keep the size at stride 2, which would take windows of padding alone', () => {
		expect(outcome(maxPool2d, { padding: 'preserve' }, [[28, 28, 6]])).toBe('windowOnlyPadding error');
	});

	it('needs a map', () => {
		expect(outcome(maxPool2d, {}, [[400]])).toBe('needsMap error');
	});
});

describe('maxPool2d shown and written', () => {
	it('has its settings on the card', () => {
		expect(card(maxPool2d, {})).toEqual(['max · 2 × 2', 'stride 2']);
		expect(card(maxPool2d, { poolSize: [2, 3], strides: [1, 1], padding: 'same' })).toEqual(['max · 3 × 2', 'stride 1 · same']);
	});

	it('writes the formula of the notes', () => {
		const config = parseConfig(maxPool2d, {});
		if (!config.ok) throw new Error('settings');
		expect(maxPool2d.formula?.(config.value, [[28, 28, 6]], [14, 14, 6]).size.map(spell)).toEqual([
			['⌊1+(m+2p−a)/s⌋', '⌊1+(28+2·0−2)/2⌋', 14],
			['⌊1+(n+2q−b)/t⌋', '⌊1+(28+2·0−2)/2⌋', 14],
			['c', '6', 6],
		]);
	});

	it('is a MaxPooling2D, or the engine’s padded one where zeros are typed', () => {
		expect(probe(maxPool2d, {}, [[28, 28, 6]]).keras).toEqual([
			{
				className: 'MaxPooling2D',
				config: { pool_size: [2, 2], strides: [2, 2], padding: 'valid', data_format: 'channels_last' },
				weights: [],
			},
		]);
		expect(probe(maxPool2d, { poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: sides(1) }, [[112, 112, 64]]).keras).toEqual([
			{
				className: 'PaddedMaxPooling2D',
				config: { pool_size: [3, 3], strides: [2, 2], pad: [1, 1, 1, 1], count_padding: false },
				weights: [],
			},
		]);
		expect(probe(maxPool2d, { padding: 'same' }, [[5, 5, 3]]).keras[0]).toMatchObject({
			className: 'MaxPooling2D',
			config: { padding: 'same' },
		});
	});
});
