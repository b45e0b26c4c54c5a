import type { RunSummary } from '#shared/training/event.ts';
import { findBestEpoch, rankingLoss } from '../training/liveRun.ts';

/** A result of runs, with each run's number; `better` says which end is the better one, where there is one. */
export interface ResultRow {
	readonly name: (typeof resultNames)[number];
	readonly values: readonly (number | string | null)[];
	/** Places of the best values; empty where nothing is better than anything else. */
	readonly best: readonly number[];
}

const resultNames = ['accuracy', 'loss', 'testAccuracy', 'testLoss', 'bestEpoch', 'epochs', 'seconds', 'speed', 'weights', 'hash'] as const;

const better: Readonly<Partial<Record<ResultRow['name'], 'high' | 'low'>>> = {
	accuracy: 'high',
	loss: 'low',
	testAccuracy: 'high',
	testLoss: 'low',
};

/** Results that not all runs share: those of the best epoch, of the test, and what they cost. */
export function compareResults(runs: readonly RunSummary[]): readonly ResultRow[] {
	return resultNames
		.map((name) => ({ name, values: runs.map((run) => resultOf(run, name)) }))
		.filter(({ values }) => values.some((value) => value !== values[0]))
		.map(({ name, values }) => ({ name, values, best: bestPlaces(values, better[name]) }));
}

function resultOf(run: RunSummary, name: ResultRow['name']): number | string | null {
	const best = findBestEpoch(run.epochs);
	switch (name) {
		case 'accuracy':
			return best ? (best.validation ?? best.train).accuracy : null;
		case 'loss':
			return best ? rankingLoss(best) : null;
		case 'testAccuracy':
			return run.evaluation?.accuracy ?? null;
		case 'testLoss':
			return run.evaluation?.loss ?? null;
		case 'bestEpoch':
			return best ? best.epoch + 1 : null;
		case 'epochs':
			return run.epochs.length;
		case 'seconds':
			return run.epochs.reduce((sum, { seconds }) => sum + seconds, 0);
		case 'speed':
			return run.epochs.at(-1)?.imagesPerSecond ?? null;
		case 'weights':
			return run.weights;
		case 'hash':
			return run.weightsHash;
	}
}

function bestPlaces(values: ResultRow['values'], direction: 'high' | 'low' | undefined): readonly number[] {
	const numbers = values.filter((value) => typeof value === 'number');
	if (direction === undefined || numbers.length < 2) return [];
	const best = direction === 'high' ? Math.max(...numbers) : Math.min(...numbers);
	return values.flatMap((value, place) => (value === best ? [place] : []));
}
