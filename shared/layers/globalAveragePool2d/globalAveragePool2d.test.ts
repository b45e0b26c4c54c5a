import { describe, expect, it } from 'vitest';
import { outcome, probe } from '../testing/probe.ts';
import { globalAveragePool2d } from './globalAveragePool2d.ts';

describe('globalAveragePool2d', () => {
	it('leaves one value per map: ResNet-50 ends with 7 × 7 × 2048 and 2048 values', () => {
		expect(outcome(globalAveragePool2d, {}, [[7, 7, 2048]])).toBe('2048');
		expect(outcome(globalAveragePool2d, {}, [[4, 1, 2]])).toBe('2');
	});

	it('needs a map', () => {
		expect(outcome(globalAveragePool2d, {}, [[16]])).toBe('needsMap error');
	});

	it('is a GlobalAveragePooling2D without weights', () => {
		expect(probe(globalAveragePool2d, {}, [[7, 7, 8]]).keras).toEqual([
			{ className: 'GlobalAveragePooling2D', config: { data_format: 'channels_last' }, weights: [] },
		]);
	});
});
