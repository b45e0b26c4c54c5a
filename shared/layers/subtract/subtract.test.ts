import { describe, expect, it } from 'vitest';
import { outcome, probe } from '../testing/probe.ts';
import { subtract } from './subtract.ts';

describe('subtract', () => {
	it('takes one branch from another of its size (Keras)', () => {
		expect(
			outcome(subtract, {}, [
				[8, 25, 4],
				[8, 25, 4],
			]),
		).toBe('8×25×4');
		expect(
			outcome(subtract, {}, [
				[13, 15, 16],
				[1, 1, 16],
			]),
		).toBe('13×15×16');
		expect(
			outcome(subtract, {}, [
				[19, 31, 2],
				[19, 31, 3],
			]),
		).toBe('shapesDiffer error');
	});

	it('takes two branches and no more', () => {
		expect(outcome(subtract, {}, [[4], [4], [4]])).toBe('subtractTwo error');
	});

	it('is the engine’s Subtract', () => {
		expect(probe(subtract, {}, [[4], [4]]).keras).toEqual([{ className: 'Subtract', config: {}, weights: [] }]);
	});
});
