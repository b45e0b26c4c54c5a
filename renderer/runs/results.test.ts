import { describe, expect, it } from 'vitest';
import type { RunSummary } from '#shared/training/event.ts';
import { compareResults } from './results.ts';

function run(loss: number, accuracy: number, change: Partial<RunSummary> = {}): RunSummary {
	return {
		id: 'a',
		documentId: 'd',
		documentName: 'net',
		name: 'Run',
		isStarred: false,
		notes: '',
		status: 'finished',
		reason: null,
		startedAt: '2026-01-01T00:00:00Z',
		endedAt: null,
		engine: 'native',
		settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 64, epochs: 1, seed: 1 },
		epochs: [{ epoch: 0, train: { loss, accuracy }, validation: null, imagesPerSecond: 1000, seconds: 8 }],
		bestEpoch: 0,
		evaluation: null,
		advice: [],
		startedFrom: null,
		weights: 10,
		hasWeights: true,
		canResume: false,
		weightsHash: 'f',
		folder: '/runs/a',
		...change,
	};
}

describe('results of runs', () => {
	it('are listed where they differ, with the better one marked', () => {
		expect(compareResults([run(0.5, 0.9), run(0.25, 0.9)])).toEqual([{ name: 'loss', values: [0.5, 0.25], best: [1] }]);
	});

	it('mark all that are equally good, and nothing where there is no better', () => {
		const rows = compareResults([run(0.5, 0.8), run(0.5, 0.9), run(0.5, 0.9, { weights: 20 })]);
		expect(rows).toEqual([
			{ name: 'accuracy', values: [0.8, 0.9, 0.9], best: [1, 2] },
			{ name: 'weights', values: [10, 10, 20], best: [] },
		]);
	});

	it('have no best among a single number', () => {
		const tested = { evaluation: { accuracy: 0.9, loss: 0.3, confusion: [], classes: [] } };
		expect(compareResults([run(1, 1), run(1, 1, tested)])[0]).toEqual({ name: 'testAccuracy', values: [null, 0.9], best: [] });
	});
});
