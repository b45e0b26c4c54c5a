import { describe, expect, it } from 'vitest';
import type { EpochResult, TrainingEvent } from '#shared/training/event.ts';
import { findBestEpoch, measureProgress, reduceTraining, startLiveRun } from './liveRun.ts';

const started: TrainingEvent = {
	kind: 'started',
	run: 'a',
	engine: 'native',
	epochs: 2,
	batchesPerEpoch: 4,
	samples: { train: 250, validation: 28, test: 70 },
};

function batch(epoch: number, index: number): TrainingEvent {
	return { kind: 'batch', run: 'a', epoch, batch: index, loss: 0.5, accuracy: 0.8, imagesPerSecond: 100, secondsLeft: 3 };
}

function result(epoch: number, train: number | null, validation: number | null | undefined): EpochResult {
	return {
		epoch,
		train: { loss: train, accuracy: 0.9 },
		validation: validation === undefined ? null : { loss: validation, accuracy: 0.9 },
		imagesPerSecond: 100,
		seconds: 2.5,
	};
}

function replay(events: readonly TrainingEvent[]) {
	return events.reduce(reduceTraining, startLiveRun('a'));
}

describe('a live run', () => {
	it('prepares, trains, tests and ends in that order', () => {
		const preparing: TrainingEvent = { kind: 'preparing', run: 'a', stage: 'data', share: 0.25 };
		expect(replay([preparing])).toMatchObject({ phase: 'preparing', preparing: { stage: 'data', share: 0.25 } });
		expect(replay([preparing, started])).toMatchObject({ phase: 'training', preparing: null });
		expect(replay([preparing, started, { kind: 'testing', run: 'a' }]).phase).toBe('testing');
		const ended: TrainingEvent = {
			kind: 'ended',
			run: 'a',
			status: 'stopped',
			reason: { id: 'x', values: { epoch: 1 } },
			evaluation: null,
		};
		expect(replay([started, ended])).toMatchObject({
			phase: 'ended',
			end: { status: 'stopped', reason: { id: 'x', values: { epoch: 1 } } },
		});
	});

	it('ignores events of another run', () => {
		const before = replay([started]);
		expect(reduceTraining(before, { ...batch(0, 1), run: 'b' })).toBe(before);
	});

	it('keeps each epoch once when events are replayed', () => {
		const epoch: TrainingEvent = { kind: 'epoch', run: 'a', result: result(0, 0.4, 0.3) };
		expect(replay([started, epoch, epoch]).results).toHaveLength(1);
	});

	it('draws a trail of the running epoch and drops it when the epoch is done', () => {
		const running = replay([started, batch(0, 0), batch(0, 1)]);
		expect(running.trail.map((point) => point.at)).toEqual([0.25, 0.5]);
		expect(reduceTraining(running, { kind: 'epoch', run: 'a', result: result(0, 0.4, 0.3) }).trail).toEqual([]);
		expect(reduceTraining(running, batch(1, 0)).trail.map((point) => point.at)).toEqual([1.25]);
	});

	it('thins a trail that grows too long', () => {
		const long = { ...started, batchesPerEpoch: 5000 } as TrainingEvent;
		const events = Array.from({ length: 1000 }, (_, index) => batch(0, index));
		const { trail } = replay([long, ...events]);
		expect(trail.length).toBeLessThanOrEqual(400);
		expect(trail.at(-1)?.at).toBe(1000 / 5000);
	});
});

describe('progress', () => {
	it('is unknown before the run starts', () => {
		expect(measureProgress(startLiveRun('a'), 64)).toBeNull();
	});

	it('counts batches, images and seconds of the running epoch', () => {
		expect(measureProgress(replay([started, batch(0, 1)]), 64)).toEqual({
			share: 0.25,
			epoch: 1,
			epochs: 2,
			images: 128,
			imagesPerEpoch: 250,
			batchesLeft: 2,
			batchesPerEpoch: 4,
			secondsSoFar: 1.28,
		});
	});

	it('never counts more images than there are', () => {
		expect(measureProgress(replay([started, batch(0, 3)]), 64)?.images).toBe(250);
	});

	it('stands at the start of the next epoch between two epochs', () => {
		const between = replay([started, batch(0, 3), { kind: 'epoch', run: 'a', result: result(0, 0.4, 0.3) }]);
		expect(measureProgress(between, 64)).toMatchObject({ share: 0.5, epoch: 2, images: 0, batchesLeft: 4, secondsSoFar: 2.5 });
	});

	it('is whole after the last epoch', () => {
		const done = replay([
			started,
			{ kind: 'epoch', run: 'a', result: result(0, 0.4, 0.3) },
			batch(1, 3),
			{ kind: 'epoch', run: 'a', result: result(1, 0.3, 0.2) },
		]);
		expect(measureProgress(done, 64)).toMatchObject({ share: 1, epoch: 2, images: 250, batchesLeft: 0 });
	});
});

describe('the best epoch', () => {
	it('has the lowest validation loss, whatever the training loss says', () => {
		expect(findBestEpoch([result(0, 0.4, 0.3), result(1, 0.2, 0.25), result(2, 0.1, 0.4)])?.epoch).toBe(1);
	});

	it('goes by training loss where nothing is held back', () => {
		expect(findBestEpoch([result(0, 0.4, undefined), result(1, 0.2, undefined)])?.epoch).toBe(1);
	});

	it('is the first of equals and skips epochs without a number', () => {
		expect(findBestEpoch([result(0, null, null), result(1, 0.2, 0.3), result(2, 0.2, 0.3)])?.epoch).toBe(1);
		expect(findBestEpoch([result(0, null, null)])).toBeNull();
	});
});
