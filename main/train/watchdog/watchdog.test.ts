import { describe, expect, it } from 'vitest';
import type { EpochResult } from '#shared/training/event.ts';
import { chain } from '../../engine/testNetworks.ts';
import { words } from '../../words.ts';
import { deadLayer } from './deadLayer.ts';
import { lossGrows } from './lossGrows.ts';
import { memorizing } from './memorizing.ts';
import { notLearning } from './notLearning.ts';
import { rateTooSmall } from './rateTooSmall.ts';
import { vanishingGradient } from './vanishingGradient.ts';
import type { Advice, Watched } from './watch.ts';
import { Watchdog } from './watchdog.ts';

function epochs(train: readonly number[], validation: readonly number[] = []): EpochResult[] {
	return train.map((loss, epoch) => ({
		epoch,
		train: { loss, accuracy: 0.5 },
		validation: validation[epoch] === undefined ? null : { loss: validation[epoch] ?? null, accuracy: 0.5 },
		imagesPerSecond: 1,
		seconds: 1,
	}));
}

function run(change: Partial<Watched>): Watched {
	return { epochs: [], losses: [], gradients: [], classes: 10, learningRate: 0.001, ...change };
}

function wordsOf(advice: Advice | null): string {
	return advice ? words.text(advice.message) : 'nothing';
}

describe('the watchdog', () => {
	it('says that a network memorizes when only the training loss still falls', () => {
		const train = [0.6, 0.2, 0.1, 0.06, 0.045, 0.035, 0.03, 0.02, 0.009];
		const validation = [0.3, 0.2, 0.15, 0.1, 0.09, 0.082, 0.085, 0.09, 0.108];
		expect(wordsOf(memorizing(run({ epochs: epochs(train, validation) })))).toBe(
			'Loss on the training images fell from 0.035 to 0.009 since epoch 6, but on images it has not seen it rose from 0.082 to 0.108. More epochs will hardly help.',
		);
		expect(memorizing(run({ epochs: epochs(train.slice(0, 8), validation) }))).toBeNull();
		expect(memorizing(run({ epochs: epochs(train) }))).toBeNull();
	});

	it('says that nothing is learned when the loss stays that of guessing', () => {
		expect(notLearning(run({ epochs: epochs([2.31, 2.301]) }))?.message.values).toMatchObject({ guessing: '2.303', loss: '2.301' });
		expect(notLearning(run({ epochs: epochs([2.31, 2.1]) }))).toBeNull();
		expect(notLearning(run({ epochs: epochs([2.31]) }))).toBeNull();
		expect(notLearning(run({ epochs: epochs([9, 9]), classes: null }))).toBeNull();
	});

	it('offers a tenth of the rate when the loss has doubled', () => {
		const low = Array.from({ length: 10 }, () => 2.3);
		const high = Array.from({ length: 10 }, () => 5.1);
		expect(lossGrows(run({ losses: [...low, ...high], learningRate: 0.1 }))?.message.values).toEqual({
			before: '2.300',
			now: '5.100',
			rate: '0.1',
			lower: '0.01',
		});
		expect(lossGrows(run({ losses: [...low, ...low, 40] }))).toBeNull();
	});

	it('offers ten times the rate when the loss creeps down from far above', () => {
		expect(rateTooSmall(run({ epochs: epochs([2.3, 2.28, 2.26]), learningRate: 1e-5 }))?.message.values).toMatchObject({
			higher: '0.0001',
		});
		expect(rateTooSmall(run({ epochs: epochs([2.3, 2.0, 1.7]) }))).toBeNull();
		expect(rateTooSmall(run({ epochs: epochs([0.3, 0.299, 0.298]) }))).toBeNull();
	});

	it('names the early layer whose gradient is ten thousand times too short', () => {
		const gradients = [
			{ op: 'conv_1', node: 'n1', norms: [1e-6, 1e-6, 1e-6, 1e-6, 1e-6], units: 0, silent: 0 },
			{ op: 'output', node: 'n2', norms: [0.5, 0.5, 0.5, 0.5, 0.5], units: 0, silent: 0 },
		];
		expect(vanishingGradient(run({ gradients }))).toMatchObject({ node: 'n1', message: { values: { layer: 'conv_1', times: 500_000 } } });
		expect(vanishingGradient(run({ gradients: gradients.map((one) => ({ ...one, norms: one.norms.slice(1) })) }))).toBeNull();
	});

	it('names the last layer that no gradient reaches', () => {
		const gradients = [
			{ op: 'conv_1', node: 'n1', norms: [0.1, 0, 0, 0], units: 0, silent: 0 },
			{ op: 'conv_2', node: 'n2', norms: [0.1, 0, 0, 0], units: 0, silent: 0 },
			{ op: 'output', node: 'n3', norms: [0.1, 0.2, 0.1, 0], units: 0, silent: 0 },
		];
		expect(deadLayer(run({ gradients }))?.node).toBe('n2');
	});

	it('tells units that no gradient reached five times in a row, once they are half of a layer', () => {
		const plan = { ...chain(4, 1, ['conv2d', { filters: 4, kernelSize: [3, 3] }]), outputShape: [10] };
		const watchdog = new Watchdog(plan, 0.001, []);
		const see = (shifts: readonly number[]) => watchdog.seeBatch(1, [{ op: 'conv_1', norm: 1, shifts }]);
		for (let step = 0; step < 4; step++) expect(see([0, 0, 0.1, 0.1])).toEqual([]);
		// One comes back: its count begins anew.
		expect(see([0, 0.1, 0, 0.1])).toEqual([]);
		for (let step = 0; step < 3; step++) expect(see([0, 0.1, 0, 0.1])).toEqual([]);
		const [advice] = see([0, 0.1, 0, 0.1]);
		expect(wordsOf(advice ?? null)).toMatch(/^2 of the 4 units of conv_1 answer 0 to every image/);
	});

	it('says each thing once, even after a break', () => {
		const stuck = epochs([2.31, 2.31]);
		const plan = { ...chain(4, 1), outputShape: [10] };
		const watchdog = new Watchdog(plan, 0.001, []);
		expect(watchdog.seeEpoch(stuck)).toHaveLength(1);
		expect(watchdog.seeEpoch(stuck)).toEqual([]);
		expect(new Watchdog(plan, 0.001, watchdog.said).seeEpoch(stuck)).toEqual([]);
	});
});
