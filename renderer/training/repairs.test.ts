import { describe, expect, it } from 'vitest';
import type { RunSummary } from '#shared/training/event.ts';
import { proposeRepairs } from './repairs.ts';

const failed: Pick<RunSummary, 'epochs' | 'reason' | 'settings' | 'status'> = {
	status: 'failed',
	reason: null,
	epochs: [],
	settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 64, epochs: 5, seed: 1 },
};

describe('repairs of a run', () => {
	it('lower the learning rate to a third when the loss is no number any more', () => {
		const epochs = [{ epoch: 0, train: { loss: null, accuracy: 0.1 }, validation: null, imagesPerSecond: 1, seconds: 1 }];
		expect(proposeRepairs({ ...failed, epochs })).toEqual([
			{
				label: { id: 'training.repair.learningRate', values: { rate: '0.0003' } },
				edits: [{ kind: 'setTraining', training: { learningRate: 0.0003 } }],
			},
		]);
	});

	it('lower the learning rate of a run whose loss grew, though it finished', () => {
		const epoch = (index: number, loss: number) => ({
			epoch: index,
			train: { loss, accuracy: 0.5 },
			validation: null,
			imagesPerSecond: 1,
			seconds: 1,
		});
		const [repair] = proposeRepairs({ ...failed, status: 'finished', epochs: [epoch(0, 0.9), epoch(1, 1400)] });
		expect(repair?.edits).toEqual([{ kind: 'setTraining', training: { learningRate: 0.0003 } }]);
		expect(proposeRepairs({ ...failed, status: 'finished', epochs: [epoch(0, 0.9), epoch(1, 0.5)] })).toEqual([]);
	});

	it('halve the batch when memory ran out', () => {
		for (const id of ['training.end.outOfMemory', 'training.end.engineMemory']) {
			const [repair] = proposeRepairs({ ...failed, reason: { id } });
			expect(repair?.edits).toEqual([{ kind: 'setTraining', training: { batchSize: 32 } }]);
		}
	});

	it('propose nothing for runs that ended well or for other reasons', () => {
		expect(proposeRepairs({ ...failed, status: 'finished' })).toEqual([]);
		expect(proposeRepairs({ ...failed, reason: { id: 'data.folder.vanished' } })).toEqual([]);
	});
});
