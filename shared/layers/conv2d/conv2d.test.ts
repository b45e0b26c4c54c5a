import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe, spell, uncured, wording, words } from '../testing/probe.ts';
import { conv2d } from './conv2d.ts';

const grey28 = [[28, 28, 1]];

describe('conv2d sizes', () => {
	/** LeCun 1998, Krizhevsky 2012 and 2014, Simonyan 2014, He 2015, and Keras's documentation. */
	const table = [
		['LeNet C1', { filters: 6, kernelSize: [5, 5], padding: 'valid' }, [32, 32, 1], '28×28×6', 156],
		['LeNet C3, all maps connected', { filters: 16, kernelSize: [5, 5], padding: 'valid' }, [14, 14, 6], '10×10×16', 2416],
		[
			'AlexNet conv 1, 227 pixels',
			{ filters: 96, kernelSize: [11, 11], strides: [4, 4], padding: 'valid' },
			[227, 227, 3],
			'55×55×96',
			34944,
		],
		['AlexNet conv 2, two groups', { filters: 256, kernelSize: [5, 5], padding: 'same', groups: 2 }, [27, 27, 96], '27×27×256', 307456],
		['VGG conv 1', { filters: 64, kernelSize: [3, 3], padding: 'same' }, [224, 224, 3], '224×224×64', 1792],
		[
			'ResNet conv 1',
			{
				filters: 64,
				kernelSize: [7, 7],
				strides: [2, 2],
				padding: 'explicit',
				pad: { top: 3, bottom: 3, left: 3, right: 3 },
				useBias: false,
			},
			[224, 224, 3],
			'112×112×64',
			9408,
		],
		[
			'ResNet projection',
			{ filters: 128, kernelSize: [1, 1], strides: [2, 2], padding: 'same', useBias: false },
			[56, 56, 64],
			'28×28×128',
			8192,
		],
		['Keras: 3 × 3 on 28 × 28', { filters: 2, kernelSize: [3, 3], padding: 'valid' }, [28, 28, 3], '26×26×2', 56],
		['Keras: dilation 2', { filters: 2, kernelSize: [3, 3], dilationRate: [2, 2], padding: 'valid' }, [28, 28, 3], '24×24×2', 56],
		['rows and columns apart', { filters: 4, kernelSize: [3, 5], strides: [1, 2], padding: 'valid' }, [10, 21, 2], '8×9×4', 124],
		['size kept at stride 2', { filters: 1, kernelSize: [3, 3], strides: [2, 2], padding: 'preserve' }, [6, 6, 1], '6×6×1', 10],
		[
			'zeros at one side only',
			{ filters: 1, kernelSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: { top: 1, bottom: 0, left: 0, right: 1 } },
			[8, 8, 1],
			'4×4×1',
			10,
		],
	] as const;
	for (const [name, config, input, size, weights] of table) {
		it(`${name}: ${input.join('×')} becomes ${size} with ${weights} weights`, () => {
			const raw = JSON.parse(JSON.stringify(config));
			expect(outcome(conv2d, raw, [input])).toBe(size);
			expect(probe(conv2d, raw, [input]).weights).toBe(weights);
		});
	}

	it('multiplies once per output, filter cell and input channel: LeNet C1 in 117,600', () => {
		expect(probe(conv2d, { filters: 6, kernelSize: [5, 5], padding: 'valid' }, [[32, 32, 1]]).multiplyAdds).toBe(117_600);
	});

	it('halves the multiply-adds with two groups', () => {
		const cost = (groups: number) => probe(conv2d, { filters: 8, groups }, [[10, 10, 4]]).multiplyAdds;
		expect([cost(1), cost(2)]).toEqual([28_800, 14_400]);
	});

	it('sees the window, with the gaps of a dilation', () => {
		const config = parseConfig(conv2d, { dilationRate: [2, 2], padding: 'valid' });
		if (!config.ok) throw new Error('settings');
		expect(conv2d.sight(config.value, grey28)).toMatchObject({ kind: 'window', geometry: { height: { effectiveWindow: 5, stride: 1 } } });
	});
});

describe('conv2d problems', () => {
	it('does not fit a 5 × 5 window into 2 × 2', () => {
		const raw = { kernelSize: [5, 5], padding: 'valid' };
		const { problems, codes } = probe(conv2d, raw, [[2, 2, 8]]);
		expect(codes).toEqual(['windowTooLarge error']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem).text).toBe('The 5 × 5 window does not fit into a 2 × 2 map. Use a smaller window, or padding “same”.');
		expect(problem.fixes?.map((fix) => (fix.kind === 'setConfig' ? fix.config : null))).toEqual([
			{ padding: 'same' },
			{ kernelSize: [2, 2] },
		]);
		expect(uncured(conv2d, raw, [[2, 2, 8]])).toEqual([]);
	});

	it('counts typed padding into the map that the window has to fit', () => {
		const raw = { kernelSize: [1, 7], padding: 'explicit', pad: { top: 0, bottom: 0, left: 1, right: 1 } };
		const { problems } = probe(conv2d, raw, [[9, 3, 1]]);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem).text).toBe(
			'The window is 7 columns wide, but the map has only 5, padding included. Use a smaller window, or padding “same”.',
		);
	});

	it('says which rows a stride leaves over', () => {
		const raw = { kernelSize: [3, 3], strides: [3, 3], padding: 'valid' };
		const { problems, codes, output } = probe(conv2d, raw, [[10, 9, 1]]);
		expect(output).toEqual([3, 3, 32]);
		expect(codes).toEqual(['remainder warning']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem)).toEqual({
			title: 'Part of the map is never seen',
			text: 'A stride of 3 does not go evenly into the way of the window: the last row of the map is never looked at.',
		});
		expect(problem.fixes?.map(({ id }) => id)).toEqual(['padToFit', 'useSame']);
		expect(words(problem.fixes?.[0]?.detail ?? { id: '' })).toBe(
			'2 rows of zeros more at the bottom. The output has 4 rows and 3 columns.',
		);
	});

	it('says when rows and columns are left over', () => {
		const { problems } = probe(conv2d, { kernelSize: [3, 3], strides: [3, 4], padding: 'valid' }, [[10, 10, 1]]);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem).text).toBe(
			'A stride of 4 × 3 does not go evenly into the way of the window: the last row and 3 columns of the map are never looked at.',
		);
	});

	it('only notes padding that is left over, as no pixel is lost: AlexNet’s first layer', () => {
		const raw = { filters: 64, kernelSize: [11, 11], strides: [4, 4], padding: 'explicit', pad: { top: 2, bottom: 2, left: 2, right: 2 } };
		const { output, codes, problems } = probe(conv2d, raw, [[224, 224, 3]]);
		expect(output).toEqual([55, 55, 64]);
		expect(codes).toEqual(['remainder note']);
		expect(problems[0]?.fixes?.[0]).toMatchObject({ id: 'trimPadding', config: { pad: { top: 2, bottom: 1, left: 2, right: 1 } } });
	});

	it('refuses fractions in a strict document', () => {
		const raw = { kernelSize: [3, 3], strides: [3, 3], padding: 'valid' };
		const { problems } = probe(conv2d, raw, [[10, 10, 1]], { fractions: 'strict' });
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(problem.code).toBe('remainderStrict');
		expect(wording(conv2d, problem).text).toBe(
			'7 / 3 across and 7 / 3 down is not a whole number of steps: the last window would lie partly outside. This document allows no fractions.',
		);
		expect(uncured(conv2d, raw, [[10, 10, 1]], { fractions: 'strict' })).toEqual([]);
	});

	it('cannot preserve the size with an even window at stride 1', () => {
		const raw = { kernelSize: [4, 4], padding: 'preserve' };
		const { output, problems } = probe(conv2d, raw, [[6, 6, 1]]);
		expect(output).toEqual([7, 7, 32]);
		expect(problems.map(({ code }) => code)).toEqual(['preserveEven']);
		expect(uncured(conv2d, raw, [[6, 6, 1]])).toEqual([]);
	});

	it('tells the share of zeros that keeps a size at stride 2', () => {
		const { problems } = probe(conv2d, { kernelSize: [3, 3], strides: [2, 2], padding: 'preserve' }, [[6, 6, 1]]);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		// 14 × 14 cells, 6 × 6 of them picture: 160 of 196 are zeros.
		expect(wording(conv2d, problem).title).toBe('82% of the padded map are zeros');
	});

	it('warns of a window on a map of one pixel', () => {
		expect(probe(conv2d, { padding: 'same' }, [[1, 1, 64]]).codes).toEqual(['onePixelMap warning']);
		expect(probe(conv2d, { padding: 'same', kernelSize: [1, 1] }, [[1, 1, 64]]).codes).toEqual([]);
	});

	it('needs groups that divide channels and filters', () => {
		const raw = { filters: 12, groups: 4 };
		const { codes, problems } = probe(conv2d, raw, [[32, 38, 3]]);
		expect(codes).toEqual(['groupsDoNotDivide error']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem).text).toBe('Every group takes an equal share of the channels, but 3 channels cannot be split into 4.');
		expect(problem.fixes?.map((fix) => (fix.kind === 'setConfig' ? fix.config : null))).toEqual([{ groups: 3 }]);
		expect(
			probe(conv2d, { filters: 10, groups: 4 }, [[32, 38, 8]]).problems[0]?.fixes?.map((fix) => 'config' in fix && fix.config),
		).toEqual([{ groups: 2 }, { filters: 12 }]);
	});

	it('needs a map', () => {
		const [problem] = probe(conv2d, {}, [[400]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2d, problem).title).toBe('Needs a map');
		expect(problem.fixes?.map(({ label }) => words(label))).toEqual(['Insert reshape to 20 × 20 × 1', 'Insert reshape to 1 × 1 × 400']);
		expect(uncured(conv2d, {}, [[400]])).toEqual([]);
	});
});

describe('conv2d shown', () => {
	it('has its settings on the card', () => {
		expect(card(conv2d, { filters: 6, kernelSize: [5, 5], padding: 'same' })).toEqual(['5 × 5 · 6 filters', 'same · relu']);
		expect(card(conv2d, { filters: 1, kernelSize: [3, 5], strides: [2, 2], padding: 'valid', activation: 'linear' })).toEqual([
			'5 × 3 · 1 filter',
			'valid ÷2',
		]);
	});

	it('writes the formula of the notes with its numbers', () => {
		const config = parseConfig(conv2d, { filters: 6, kernelSize: [5, 5], padding: 'same' });
		if (!config.ok) throw new Error('settings');
		const formula = conv2d.formula?.(config.value, grey28, [28, 28, 6]);
		expect(formula?.size.map(spell)).toEqual([
			['⌊1+(m+2p−a)/s⌋', '⌊1+(28+2·2−5)/1⌋', 28],
			['⌊1+(n+2q−b)/t⌋', '⌊1+(28+2·2−5)/1⌋', 28],
			['filters', '6', 6],
		]);
		expect(spell(formula?.weights)).toEqual(['(a·b·c+1)·filters', '(5·5·1+1)·6', 156]);
		expect(spell(formula?.multiplyAdds)).toEqual(['width·height·filters·a·b·c', '28·28·6·25', 117_600]);
		expect(spell(formula?.denseInstead)).toEqual(['(inputs+1)·outputs', '(784+1)·4,704', 3_692_640]);
	});

	it('writes both amounts where the padding differs, and the span of a dilated window', () => {
		const config = parseConfig(conv2d, { kernelSize: [2, 3], dilationRate: [1, 2], padding: 'same' });
		if (!config.ok) throw new Error('settings');
		expect(conv2d.formula?.(config.value, grey28, [28, 28, 32]).size.map(spell)).toEqual([
			['(a−1)·d+1', '(3−1)·2+1', 5],
			['⌊1+(m+2p−ã)/s⌋', '⌊1+(28+2·2−5)/1⌋', 28],
			['⌊1+(n+q + q′−b)/t⌋', '⌊1+(28+0 + 1−2)/1⌋', 28],
			['filters', '32', 32],
		]);
	});
});

describe('conv2d for Keras', () => {
	it('is a Conv2D', () => {
		expect(probe(conv2d, { filters: 6, kernelSize: [5, 5], strides: [2, 1], padding: 'same', l2: 0.01 }, grey28).keras).toEqual([
			{
				className: 'Conv2D',
				config: {
					filters: 6,
					kernel_size: [5, 5],
					strides: [2, 1],
					padding: 'same',
					data_format: 'channels_last',
					dilation_rate: [1, 1],
					groups: 1,
					activation: 'relu',
					use_bias: true,
					kernel_initializer: { class_name: 'GlorotUniform', config: {} },
					bias_initializer: { class_name: 'Zeros', config: {} },
					kernel_regularizer: { class_name: 'L1L2', config: { l1: 0, l2: 0.01 } },
				},
				weights: ['kernel', 'bias'],
			},
		]);
	});

	it('lays typed zeros around the map first', () => {
		const { keras } = probe(conv2d, { padding: 'explicit', pad: { top: 1, bottom: 2, left: 3, right: 4 } }, grey28);
		expect(keras.map(({ className }) => className)).toEqual(['ZeroPadding2D', 'Conv2D']);
		expect(keras[0]?.config.padding).toEqual([
			[1, 2],
			[3, 4],
		]);
		expect(keras[1]?.config.padding).toBe('valid');
	});

	it('uses the engine’s class for groups and for dilation', () => {
		expect(probe(conv2d, { filters: 8, groups: 4 }, [[8, 8, 4]]).keras[0]).toMatchObject({
			className: 'GroupedConv2D',
			config: { groups: 4 },
		});
		expect(probe(conv2d, { dilationRate: [2, 2] }, grey28).keras[0]).toMatchObject({
			className: 'GroupedConv2D',
			config: { dilation_rate: [2, 2] },
		});
	});
});

describe('conv2d weights', () => {
	it('start like Keras’s, in height, width, in, out order', () => {
		expect(probe(conv2d, { filters: 16, kernelSize: [5, 5], groups: 2 }, [[14, 14, 6]]).specs).toEqual([
			{
				name: 'kernel',
				shape: [5, 5, 3, 16],
				layout: 'HWIO',
				initializer: { kind: 'glorotUniform', fanIn: 75, fanOut: 400 },
				isTrainable: true,
			},
			{ name: 'bias', shape: [16], layout: 'C', initializer: { kind: 'zeros' }, isTrainable: true },
		]);
	});
});
