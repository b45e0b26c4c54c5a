import { describe, expect, it } from 'vitest';
import { defaultTrainingConfig, type TrainingConfig } from './config.ts';
import { learningRateAt } from './schedule.ts';

/** Rates of the first steps of a run with rate 1 and two steps per epoch. */
function rates(change: Partial<TrainingConfig>, steps: number, losses: readonly number[] = []): number[] {
	const training = { ...defaultTrainingConfig, learningRate: 1, epochs: 5, ...change };
	return Array.from({ length: steps }, (_, step) => learningRateAt(training, { step, stepsPerEpoch: 2, losses }));
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
	expect(received).toHaveLength(expected.length);
	for (const [step, value] of expected.entries()) expect(received[step], `step ${step}`).toBeCloseTo(value, 6);
}

/** Expected values from what PyTorch's and Keras's schedulers document. */
describe('the learning rate', () => {
	it('stays where the schedule is constant', () => expectClose(rates({}, 3), [1, 1, 1]));

	it('drops by its factor every two epochs', () =>
		expectClose(rates({ schedule: 'step', scheduleFactor: 0.1, scheduleEpochs: 2 }, 10), [1, 1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01]));

	it('falls to its factor over each epoch', () =>
		expectClose(rates({ schedule: 'exponential', scheduleFactor: 0.25 }, 5), [1, 0.5, 0.25, 0.125, 0.0625]));

	it('follows half a cosine to nothing', () =>
		expectClose(rates({ schedule: 'cosine', epochs: 3 }, 7), [1, 0.9330127, 0.75, 0.5, 0.25, 0.0669873, 0]));

	it('rises in equal steps while it warms up', () => expectClose(rates({ warmUpEpochs: 2 }, 5), [0.25, 0.5, 0.75, 1, 1]));

	it('begins its schedule after the warm-up', () =>
		expectClose(rates({ schedule: 'cosine', epochs: 3, warmUpEpochs: 1 }, 6), [0.5, 1, 1, 0.8535534, 0.5, 0.1464466]));

	// torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=10): up for 3 steps from 1/25, down to 4e-6.
	it('climbs for three tenths of the run and falls to almost nothing in one cycle', () =>
		expectClose(
			rates({ schedule: 'oneCycle' }, 10),
			[0.04, 0.52, 1, 0.9504846, 0.8117457, 0.611262, 0.388742, 0.1882583, 0.0495194, 0.000004],
		));

	it('drops after as many epochs without a better loss as it has patience', () => {
		const plateau = { schedule: 'plateau', scheduleFactor: 0.5, scheduleEpochs: 2 } as const;
		expectClose(rates(plateau, 1, [1, 0.9, 0.95]), [1]);
		expectClose(rates(plateau, 1, [1, 0.9, 0.95, 0.9]), [0.5]);
		expectClose(rates(plateau, 1, [1, 0.9, 0.95, 0.9, 0.9]), [0.5]);
		expectClose(rates(plateau, 1, [1, 0.9, 0.95, 0.9, 0.9, 0.9]), [0.25]);
	});

	it('does not count a loss that is lower by a hair', () =>
		expectClose(rates({ schedule: 'plateau', scheduleEpochs: 1 }, 1, [1, 0.99995]), [0.5]));
});
