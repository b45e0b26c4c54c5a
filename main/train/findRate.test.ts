import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { RATE_SWEEP, type RateEvent } from '#shared/training/rateFinder.ts';
import { MemoryPixels } from '../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../datasets/trainingData.ts';
import { loadEngines } from '../engine/testEngines.ts';
import { chain, settings } from '../engine/testNetworks.ts';
import { findRate } from './findRate.ts';

const engines = await loadEngines();
const plan = chain(4, 1, ['conv2d', { filters: 3, kernelSize: [3, 3] }]);

/** Three classes, told apart by brightness. */
function samples(count: number): SampleSet {
	const labels = Int32Array.from({ length: count }, (_, index) => index % 3);
	const pixels = Uint8Array.from({ length: count * 16 }, (_, index) => 40 + 80 * (Math.floor(index / 16) % 3) + ((index * 7) % 20));
	return { pixels: new MemoryPixels(pixels, 16), labels, count, names: null };
}

const data: TrainingData = {
	shape: [4, 4, 1],
	classes: ['dark', 'grey', 'light'],
	train: samples(60),
	test: samples(3),
	fingerprint: 'f',
	problems: [],
	problemCount: 0,
};

async function search(name: string, change: Partial<TrainingConfig> = {}, stopAfter = Number.POSITIVE_INFINITY): Promise<RateEvent[]> {
	const engine = [...engines].find(([known]) => known === name)?.[1];
	if (!engine) throw new Error(`there is no engine ${name}`);
	const training = settings({ batchSize: 12, ...change });
	const model = await engine.createModel(plan, initialWeights(plan), training);
	const events: RateEvent[] = [];
	const breathe = async (): Promise<void> => {
		if (events.length >= stopAfter) throw new Error('stopped');
	};
	try {
		await findRate({ model, plan, training, data }, (event) => events.push(event), breathe);
	} finally {
		model.dispose();
	}
	return events;
}

describe.each([...engines.keys()])('a search for a learning rate on %s', (name) => {
	it('tells the loss at each rate, ends with a rate that learns, and gives the same again', async () => {
		const events = await search(name);
		const end = events.at(-1);
		const points = events.filter((event) => event.kind === 'point');
		expect(points[0]).toMatchObject({ step: 0, steps: RATE_SWEEP.steps, point: { rate: RATE_SWEEP.from } });
		expect(points.length).toBeGreaterThan(80);
		if (end?.kind !== 'ended' || !end.suggestion) throw new Error('no rate was suggested');
		// Adam learns a problem this small somewhere between a thousandth and one.
		expect(end.suggestion.rate).toBeGreaterThan(1e-4);
		expect(end.suggestion.rate).toBeLessThan(1);
		expect(await search(name)).toEqual(events);
	}, 60_000);
});

describe('a search for a learning rate', () => {
	it('looks for another one where the optimizer is another', async () => {
		const rateOf = (events: readonly RateEvent[]): number => {
			const end = events.at(-1);
			return end?.kind === 'ended' ? (end.suggestion?.rate ?? 0) : 0;
		};
		expect(rateOf(await search('wasm', { optimizer: 'sgd' }))).toBeGreaterThan(rateOf(await search('wasm')));
	}, 60_000);

	it('ends where it is stopped', async () => {
		await expect(search('wasm', {}, 5)).rejects.toThrow('stopped');
	});
});
