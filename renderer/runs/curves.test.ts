import { describe, expect, it } from 'vitest';
import type { EpochResult } from '#shared/training/event.ts';
import { bestPoint, type Curve, collectLines, epochRange } from './curves.ts';

function epoch(index: number, train: number | null, validation: number | null): EpochResult {
	return {
		epoch: index,
		train: { loss: train, accuracy: 0.9 },
		validation: { loss: validation, accuracy: 0.8 },
		imagesPerSecond: 1,
		seconds: 1,
	};
}

const shown: Curve = {
	run: 'a',
	name: 'Run 1',
	slot: 0,
	isShown: true,
	epochs: [epoch(0, 0.5, 0.4), epoch(1, 0.2, 0.3)],
	trail: [],
	bestEpoch: 1,
	plannedEpochs: 5,
};

describe('curves', () => {
	it('count epochs from 1 and draw the shown run last', () => {
		const other: Curve = { ...shown, run: 'b', isShown: false, slot: 1, epochs: [epoch(0, 0.7, 0.6)] };
		const { xs, lines } = collectLines([shown, other], 'loss');
		expect(xs).toEqual([1, 2]);
		expect(lines.map((line) => [line.curve.run, line.split, line.ys])).toEqual([
			['b', 'train', [0.7, null]],
			['b', 'validation', [0.6, null]],
			['a', 'train', [0.5, 0.2]],
			['a', 'validation', [0.4, 0.3]],
		]);
	});

	it('show the running mean of the first epoch, later only its latest value', () => {
		const trail = [
			{ at: 0.25, loss: 2, accuracy: 0.1 },
			{ at: 0.5, loss: 1, accuracy: 0.3 },
		];
		const first = collectLines([{ ...shown, epochs: [], trail }], 'loss');
		expect(first.xs).toEqual([0.25, 0.5]);
		const later = collectLines([{ ...shown, trail: trail.map((point) => ({ ...point, at: point.at + 2 })) }], 'loss');
		expect(later.xs).toEqual([1, 2, 2.5]);
	});

	it('leave a gap where the loss is no number and keep a zero on the axis', () => {
		const { lines } = collectLines([{ ...shown, epochs: [epoch(0, null, 0), epoch(1, 0.2, 0.1)] }], 'loss');
		expect(lines[0]?.ys).toEqual([null, 0.2]);
		expect(lines[1]?.ys).toEqual([1e-7, 0.1]);
	});

	it('reach from the first epoch to the last planned one', () => {
		expect(epochRange([shown])).toEqual([1, 5]);
		expect(epochRange([{ ...shown, epochs: [] }])).toEqual([0, 1]);
	});

	it('mark the best epoch by validation, and by training where nothing is held back', () => {
		expect(bestPoint([shown], 'loss')).toEqual({ x: 2, y: 0.3 });
		const alone = shown.epochs.map((result) => ({ ...result, validation: null }));
		expect(bestPoint([{ ...shown, epochs: alone }], 'loss')).toEqual({ x: 2, y: 0.2 });
		expect(bestPoint([{ ...shown, bestEpoch: null }], 'loss')).toBeNull();
	});
});
