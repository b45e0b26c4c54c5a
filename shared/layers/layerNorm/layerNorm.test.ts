import { describe, expect, it } from 'vitest';
import { outcome, probe } from '../testing/probe.ts';
import { layerNorm } from './layerNorm.ts';

describe('layerNorm', () => {
	it('keeps the size and learns two values per channel (Keras)', () => {
		expect(outcome(layerNorm, {}, [[26, 6, 8]])).toBe('26×6×8');
		expect(probe(layerNorm, {}, [[26, 6, 8]])).toMatchObject({ weights: 16, trainableWeights: 16 });
		expect(probe(layerNorm, { scale: false }, [[120]]).weights).toBe(120);
	});

	it('is a LayerNormalization over the channels', () => {
		expect(probe(layerNorm, { epsilon: 0.01 }, [[26, 6, 8]]).keras).toMatchObject([
			{ className: 'LayerNormalization', config: { axis: -1, epsilon: 0.01, center: true, scale: true }, weights: ['gamma', 'beta'] },
		]);
	});
});
