import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe, spell } from '../testing/probe.ts';
import { separableConv2d } from './separableConv2d.ts';

describe('separableConv2d', () => {
	/** Keras. */
	const table = [
		['3 × 3, 64 filters', { filters: 64 }, [28, 28, 32], '28×28×64', 3 * 3 * 32 + 33 * 64],
		['multiplier 3, 1 × 1', { filters: 2, kernelSize: [1, 1], depthMultiplier: 3 }, [9, 26, 8], '9×26×2', 74],
		['7 × 7, stride 3', { filters: 5, kernelSize: [7, 7], strides: [3, 3] }, [25, 18, 8], '9×6×5', 437],
		['1 × 7, valid', { filters: 12, kernelSize: [1, 7], padding: 'valid' }, [15, 32, 3], '15×26×12', 69],
	] as const;
	for (const [name, config, input, size, weights] of table) {
		it(`${name}: ${input.join('×')} becomes ${size} with ${weights} weights`, () => {
			const raw = JSON.parse(JSON.stringify(config));
			expect(outcome(separableConv2d, raw, [input])).toBe(size);
			expect(probe(separableConv2d, raw, [input]).weights).toBe(weights);
		});
	}

	it('needs about a ninth of a convolution’s multiplications for 3 × 3 and many filters', () => {
		// 14·14·(9·256 + 256·256) against 14·14·256·(9·256).
		expect(probe(separableConv2d, { filters: 256 }, [[14, 14, 256]]).multiplyAdds).toBe(13_296_640);
	});

	it('writes both steps of its weights', () => {
		const config = parseConfig(separableConv2d, { filters: 64 });
		if (!config.ok) throw new Error('settings');
		expect(spell(separableConv2d.formula?.(config.value, [[28, 28, 32]], [28, 28, 64]).weights)).toEqual([
			'a·b·c+(c+1)·filters',
			'3·3·32+(32+1)·64',
			2400,
		]);
	});

	/** `compute_fans` of Keras 3.15 for the kernels of `SeparableConv2D(6, (3, 5), depth_multiplier=2)` on 4 channels: (3, 5, 4, 2) and (1, 1, 8, 6). */
	it('starts both kernels like Keras’s', () => {
		const { specs } = probe(separableConv2d, { filters: 6, kernelSize: [3, 5], depthMultiplier: 2 }, [[9, 9, 4]]);
		expect(specs.map(({ initializer }) => initializer)).toEqual([
			{ kind: 'glorotUniform', fanIn: 60, fanOut: 30 },
			{ kind: 'glorotUniform', fanIn: 8, fanOut: 6 },
			{ kind: 'zeros' },
		]);
	});

	it('is a SeparableConv2D, in two layers where the stock one cannot look that way', () => {
		expect(probe(separableConv2d, {}, [[28, 28, 3]]).keras).toMatchObject([
			{ className: 'SeparableConv2D', weights: ['depthwiseKernel', 'pointwiseKernel', 'bias'] },
		]);
		expect(probe(separableConv2d, { dilationRate: [2, 2], filters: 5 }, [[28, 28, 3]]).keras).toMatchObject([
			{ className: 'GroupedConv2D', config: { groups: 3, activation: 'linear', use_bias: false }, weights: ['depthwiseKernel'] },
			{ className: 'Conv2D', config: { filters: 5, kernel_size: [1, 1], activation: 'relu' }, weights: ['pointwiseKernel', 'bias'] },
		]);
	});

	it('lays typed zeros around the map first', () => {
		const raw = { padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 } };
		expect(probe(separableConv2d, raw, [[28, 28, 3]]).keras.map(({ className }) => className)).toEqual([
			'ZeroPadding2D',
			'SeparableConv2D',
		]);
	});
});
