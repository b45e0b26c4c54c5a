import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe, spell, uncured, wording } from '../testing/probe.ts';
import { conv2dTranspose } from './conv2dTranspose.ts';

const sides = (amount: number) => ({ top: amount, bottom: amount, left: amount, right: amount });

describe('conv2dTranspose', () => {
	/** U-Net (Ronneberger 2015), DCGAN in PyTorch, and Keras. */
	const table = [
		['U-Net: doubles', { filters: 512 }, [28, 28, 1024], '56×56×512', 2_097_664],
		[
			'Keras same: 6 × 6, stride 4',
			{ filters: 8, kernelSize: [6, 6], strides: [4, 4], padding: 'same', useBias: false },
			[31, 5, 1],
			'124×20×8',
			288,
		],
		['Keras valid: 3 × 3, stride 2', { filters: 1, kernelSize: [3, 3], padding: 'valid' }, [14, 14, 1], '29×29×1', 10],
		[
			'Keras same with output padding',
			{ filters: 8, kernelSize: [2, 6], strides: [3, 3], padding: 'same', useBias: false, outputPadding: [0, 2] },
			[18, 3, 3],
			'51×8×8',
			288,
		],
		[
			'DCGAN: 4 × 4, stride 2, padding 1',
			{ filters: 64, kernelSize: [4, 4], padding: 'explicit', pad: sides(1), useBias: false },
			[32, 32, 128],
			'64×64×64',
			131_072,
		],
	] as const;
	for (const [name, config, input, size, weights] of table) {
		it(`${name}: ${input.join('×')} becomes ${size} with ${weights} weights`, () => {
			const raw = JSON.parse(JSON.stringify(config));
			expect(outcome(conv2dTranspose, raw, [input])).toBe(size);
			expect(probe(conv2dTranspose, raw, [input]).weights).toBe(weights);
		});
	}

	it('multiplies once per input value, window cell and filter', () => {
		expect(probe(conv2dTranspose, { filters: 4 }, [[14, 14, 8]]).multiplyAdds).toBe(25_088);
	});

	/** `compute_fans` of Keras 3.15 for the kernel of `Conv2DTranspose(8, (3, 5))` on 4 channels, which it keeps as (3, 5, 8, 4): 120 and 60. */
	it.each([
		['glorotUniform', { kind: 'glorotUniform', fanIn: 120, fanOut: 60 }],
		['heNormal', { kind: 'heNormal', fanIn: 120 }],
		['heUniform', { kind: 'heUniform', fanIn: 120 }],
	])('starts with %s like Keras’s', (kernelInitializer, initializer) => {
		const { specs } = probe(conv2dTranspose, { filters: 8, kernelSize: [5, 3], kernelInitializer }, [[9, 9, 4]]);
		expect(specs[0]?.initializer).toEqual(initializer);
	});

	it('refuses to cut everything off', () => {
		const raw = { kernelSize: [4, 7], strides: [2, 4], padding: 'explicit', pad: { top: 3, bottom: 3, left: 1, right: 1 } };
		const [problem] = probe(conv2dTranspose, raw, [[1, 35, 4]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(conv2dTranspose, problem)).toEqual({
			title: 'Nothing is left',
			text: 'After cutting, the output would have -2 rows. Cut off less.',
		});
		expect(uncured(conv2dTranspose, raw, [[1, 35, 4]])).toEqual([]);
	});

	it('takes less output padding than the stride', () => {
		const raw = { outputPadding: [0, 2] };
		expect(outcome(conv2dTranspose, raw, [[8, 8, 4]])).toBe('outputPaddingTooLarge error');
		expect(uncured(conv2dTranspose, raw, [[8, 8, 4]])).toEqual([]);
	});

	it('writes the way back from stride and window', () => {
		const config = parseConfig(conv2dTranspose, { kernelSize: [4, 4], padding: 'explicit', pad: sides(1) });
		if (!config.ok) throw new Error('settings');
		expect(conv2dTranspose.formula?.(config.value, [[32, 32, 8]], [64, 64, 32]).size.map(spell)).toEqual([
			['(m−1)·s+a−2p+e', '(32−1)·2+4−2·1+0', 64],
			['(n−1)·t+b−2q+e', '(32−1)·2+4−2·1+0', 64],
			['filters', '32', 32],
		]);
	});

	it('is a Conv2DTranspose, cut afterwards where padding is typed', () => {
		expect(probe(conv2dTranspose, { padding: 'same' }, [[14, 14, 8]]).keras.map(({ className }) => className)).toEqual(['Conv2DTranspose']);
		const { keras } = probe(conv2dTranspose, { kernelSize: [4, 4], padding: 'explicit', pad: sides(1) }, [[32, 32, 8]]);
		expect(keras.map(({ className }) => className)).toEqual(['Conv2DTranspose', 'Cropping2D']);
		expect(keras[1]?.config.cropping).toEqual([
			[1, 1],
			[1, 1],
		]);
	});

	it('makes room after the input for an output padding beyond the last window', () => {
		const { keras } = probe(conv2dTranspose, { kernelSize: [3, 3], outputPadding: [1, 0] }, [[5, 5, 1]]);
		expect(keras.map(({ className, config }) => [className, config.padding ?? config.cropping])).toEqual([
			[
				'ZeroPadding2D',
				[
					[0, 1],
					[0, 0],
				],
			],
			['Conv2DTranspose', 'valid'],
			[
				'Cropping2D',
				[
					[0, 1],
					[0, 0],
				],
			],
		]);
	});

	it('keeps the kernel in height, width, out, in order', () => {
		expect(probe(conv2dTranspose, { filters: 4 }, [[14, 14, 8]]).specs[0]).toMatchObject({ shape: [2, 2, 4, 8], layout: 'HWOI' });
	});

	it('has its settings on the card', () => {
		expect(card(conv2dTranspose, { filters: 4 })).toEqual(['2 × 2 · 4 filters', 'valid ×2 · relu']);
	});
});
