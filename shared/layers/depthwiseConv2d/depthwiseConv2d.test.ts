import { describe, expect, it } from 'vitest';
import type { NodeConfig } from '../../graph/document.ts';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe, spell, uncured } from '../testing/probe.ts';
import { depthwiseConv2d } from './depthwiseConv2d.ts';

describe('depthwiseConv2d', () => {
	/** MobileNet v1 (Howard 2017) and Keras. */
	const table = [
		['MobileNet, 112 pixels', { useBias: false }, [112, 112, 32], '112×112×32', 288, 3_612_672],
		['MobileNet, stride 2', { strides: [2, 2], useBias: false }, [112, 112, 64], '56×56×64', 576, 1_806_336],
		['Keras: multiplier 2, 5 × 5, valid', { kernelSize: [5, 5], depthMultiplier: 2, padding: 'valid' }, [10, 31, 2], '6×27×4', 104, 16_200],
		['Keras: 7 × 6, stride 4', { kernelSize: [7, 6], strides: [4, 4], padding: 'valid', useBias: false }, [28, 22, 2], '6×5×2', 84, 2520],
	] as const;
	for (const [name, config, input, size, weights, multiplyAdds] of table) {
		it(`${name}: ${input.join('×')} becomes ${size}`, () => {
			const raw = JSON.parse(JSON.stringify(config));
			expect(outcome(depthwiseConv2d, raw, [input])).toBe(size);
			expect(probe(depthwiseConv2d, raw, [input])).toMatchObject({ weights, multiplyAdds });
		});
	}

	it('does not fit a window into a smaller map', () => {
		const raw = { kernelSize: [1, 7], strides: [3, 3], padding: 'valid' };
		expect(outcome(depthwiseConv2d, raw, [[28, 5, 6]])).toBe('windowTooLarge error');
		expect(uncured(depthwiseConv2d, raw, [[28, 5, 6]])).toEqual([]);
	});

	it('needs a map', () => {
		expect(outcome(depthwiseConv2d, {}, [[64]])).toBe('needsMap error');
	});

	it('writes its weights as (a·b + 1)·c·multiplier', () => {
		const config = parseConfig(depthwiseConv2d, { depthMultiplier: 2 });
		if (!config.ok) throw new Error('settings');
		expect(spell(depthwiseConv2d.formula?.(config.value, [[14, 14, 32]], [14, 14, 64]).weights)).toEqual([
			'(a·b+1)·c·multiplier',
			'(3·3+1)·32·2',
			640,
		]);
	});

	it('is a DepthwiseConv2D with a kernel per channel', () => {
		const { keras, specs } = probe(depthwiseConv2d, { depthMultiplier: 2, l1: 0.1 }, [[14, 14, 32]]);
		expect(keras).toMatchObject([
			{
				className: 'DepthwiseConv2D',
				config: { kernel_size: [3, 3], depth_multiplier: 2, depthwise_regularizer: { class_name: 'L1L2', config: { l1: 0.1, l2: 0 } } },
				weights: ['depthwiseKernel', 'bias'],
			},
		]);
		expect(specs.map(({ shape, layout }) => [shape, layout])).toEqual([
			[[3, 3, 32, 2], 'HWIM'],
			[[64], 'C'],
		]);
	});

	/** `compute_fans` of Keras 3.15 for the kernel of `DepthwiseConv2D((3, 5), depth_multiplier=2)` on 4 channels, (3, 5, 4, 2): 60 and 30. */
	it.each([
		['glorotUniform', {}, { kind: 'glorotUniform', fanIn: 60, fanOut: 30 }],
		['glorotNormal', {}, { kind: 'glorotNormal', fanIn: 60, fanOut: 30 }],
		['heUniform', {}, { kind: 'heUniform', fanIn: 60 }],
		['heNormal', {}, { kind: 'heNormal', fanIn: 60 }],
		['glorotUniform', { dilationRate: [2, 2] }, { kind: 'glorotUniform', fanIn: 60, fanOut: 30 }],
	])('starts with %s like Keras’s, %o', (kernelInitializer, raw, initializer) => {
		const { specs } = probe(depthwiseConv2d, { ...raw, depthMultiplier: 2, kernelSize: [3, 5], kernelInitializer }, [[9, 9, 4]]);
		expect(specs[0]?.initializer).toEqual(initializer);
	});

	it('is a convolution in as many groups as channels where the stock one cannot step or look that way', () => {
		const uneven: readonly NodeConfig[] = [{ strides: [1, 2] }, { dilationRate: [2, 2] }];
		for (const raw of uneven) {
			const { keras, specs } = probe(depthwiseConv2d, { ...raw, depthMultiplier: 2 }, [[14, 14, 8]]);
			expect(keras[0]).toMatchObject({ className: 'GroupedConv2D', config: { groups: 8, filters: 16 } });
			expect(specs[0]).toMatchObject({ shape: [3, 3, 1, 16], layout: 'HWIO' });
		}
	});

	it('has its settings on the card', () => {
		expect(card(depthwiseConv2d, { strides: [2, 2] })).toEqual(['3 × 3 per map', 'same ÷2 · relu']);
	});
});
