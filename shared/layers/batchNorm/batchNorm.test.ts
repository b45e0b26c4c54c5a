import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { batchNorm } from './batchNorm.ts';

describe('batchNorm', () => {
	it('keeps the size of maps and vectors', () => {
		expect(outcome(batchNorm, {}, [[32, 38, 16]])).toBe('32×38×16');
		expect(outcome(batchNorm, {}, [[120]])).toBe('120');
	});

	it('has four values per channel, of which two learn (Keras)', () => {
		expect(probe(batchNorm, {}, [[32, 38, 16]])).toMatchObject({ weights: 64, trainableWeights: 32 });
		expect(probe(batchNorm, { scale: false }, [[3, 17, 8]])).toMatchObject({ weights: 24, trainableWeights: 8 });
		expect(probe(batchNorm, { scale: false, center: false }, [[10]])).toMatchObject({ weights: 20, trainableWeights: 0 });
	});

	it('starts with scale 1, shift 0, mean 0 and variance 1, in Keras’s order', () => {
		expect(
			probe(batchNorm, {}, [[4, 4, 2]]).specs.map(({ name, initializer, isTrainable }) => [name, initializer.kind, isTrainable]),
		).toEqual([
			['gamma', 'ones', true],
			['beta', 'zeros', true],
			['movingMean', 'zeros', false],
			['movingVariance', 'ones', false],
		]);
	});

	it('is a BatchNormalization over the last axis', () => {
		expect(probe(batchNorm, { momentum: 0.9, epsilon: 0.01, center: false }, [[4, 4, 2]]).keras).toMatchObject([
			{
				className: 'BatchNormalization',
				config: { axis: -1, momentum: 0.9, epsilon: 0.01, center: false, scale: true },
				weights: ['gamma', 'movingMean', 'movingVariance'],
			},
		]);
	});

	it('says on the card what it learns', () => {
		expect(card(batchNorm, {})).toEqual(['per channel', 'scale and shift']);
	});
});
