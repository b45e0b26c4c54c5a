import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { averagePool2d } from './averagePool2d.ts';

const sides = (amount: number) => ({ top: amount, bottom: amount, left: amount, right: amount });

describe('averagePool2d', () => {
	/** LeNet's subsampling, and Keras's and PyTorch's documentation. */
	const table = [
		['LeNet S2', {}, [28, 28, 6], '14×14×6'],
		['LeNet S4', {}, [10, 10, 16], '5×5×16'],
		['Keras same: 4 × 4 by 3 over 2 × 2', { poolSize: [4, 4], strides: [3, 3], padding: 'same' }, [2, 2, 6], '1×1×6'],
		['PyTorch: 3 × 3, stride 2, padding 1', { poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: sides(1) }, [7, 7, 8], '4×4×8'],
	] as const;
	for (const [name, config, input, size] of table) {
		it(`${name}: ${input.join('×')} becomes ${size}`, () => {
			expect(outcome(averagePool2d, JSON.parse(JSON.stringify(config)), [input])).toBe(size);
		});
	}

	it('takes windows of padding alone only where zeros count', () => {
		const raw = { padding: 'explicit', pad: sides(2) };
		expect(outcome(averagePool2d, raw, [[8, 8, 1]])).toBe('windowOnlyPadding error');
		expect(outcome(averagePool2d, { ...raw, countPadding: true }, [[8, 8, 1]])).toBe('6×6×1');
	});

	it('needs a map', () => {
		expect(outcome(averagePool2d, {}, [[16]])).toBe('needsMap error');
	});

	it('has no weights and says so on the card', () => {
		expect(probe(averagePool2d, {}, [[10, 10, 16]])).toMatchObject({ weights: 0, multiplyAdds: 0 });
		expect(card(averagePool2d, {})).toEqual(['mean · 2 × 2', 'stride 2']);
	});

	it('is an AveragePooling2D, or the engine’s own where padding is typed or counts', () => {
		const classOf = (raw: Parameters<typeof probe>[1]) =>
			probe(averagePool2d, raw, [[7, 7, 2]]).keras.map(({ className, config }) => [className, config.count_padding]);
		expect(classOf({})).toEqual([['AveragePooling2D', undefined]]);
		expect(classOf({ padding: 'same' })).toEqual([['AveragePooling2D', undefined]]);
		expect(classOf({ padding: 'same', countPadding: true })).toEqual([['PaddedAveragePooling2D', true]]);
		expect(classOf({ poolSize: [3, 3], padding: 'explicit', pad: sides(1) })).toEqual([['PaddedAveragePooling2D', false]]);
	});
});
