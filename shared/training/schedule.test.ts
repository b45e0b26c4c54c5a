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

/** A whole run as the frameworks print it: rate 0.4, four epochs of three steps. */
describe('the rates of a run', () => {
	const run = (change: Partial<TrainingConfig>, steps = 12, stepsPerEpoch = 3) => {
		const training = { ...defaultTrainingConfig, learningRate: 0.4, epochs: Math.ceil(steps / stepsPerEpoch), ...change };
		return Array.from({ length: steps }, (_, step) => learningRateAt(training, { step, stepsPerEpoch, losses: [] }));
	};

	it('in steps are those of StepLR(step_size=2, gamma=0.3) of PyTorch 2.13', () =>
		expectClose(
			run({ schedule: 'step', scheduleFactor: 0.3, scheduleEpochs: 2 }, 15),
			[0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.036, 0.036, 0.036],
		));

	it('that fall evenly are those of ExponentialDecay(0.4, 3, 0.3) of Keras 3.15', () =>
		expectClose(
			run({ schedule: 'exponential', scheduleFactor: 0.3 }),
			[0.4, 0.2677732, 0.1792562, 0.12, 0.080332, 0.0537769, 0.036, 0.0240996, 0.0161331, 0.0108, 0.0072299, 0.0048399],
		));

	it('along a cosine are those of CosineDecay(0.4, 12) of Keras 3.15', () =>
		expectClose(
			run({ schedule: 'cosine' }),
			[0.4, 0.3931852, 0.3732051, 0.3414214, 0.3, 0.2517638, 0.2, 0.1482362, 0.1, 0.0585787, 0.0267949, 0.0068148],
		));

	it('after a warm-up are those of CosineDecay(warmup_target=0.4, warmup_steps=3), whose steps while warming up count from 0', () =>
		expectClose(
			run({ schedule: 'cosine', warmUpEpochs: 1 }),
			[0.1333333, 0.2666667, 0.4, 0.4, 0.3879385, 0.3532089, 0.3, 0.2347296, 0.1652704, 0.1, 0.0467911, 0.0120615],
		));

	it('in one cycle are those of OneCycleLR(max_lr=0.4, total_steps=20) of PyTorch 2.13', () =>
		expectClose(run({ schedule: 'oneCycle' }, 20, 5), [
			...[0.016, 0.0526687, 0.1486687, 0.2673313, 0.3633313, 0.4, 0.3949856, 0.3801939, 0.3563665, 0.3246983, 0.2867774, 0.2445048],
			...[0.2000008, 0.1554968, 0.1132244, 0.0753033, 0.0436351, 0.0198077, 0.005016, 0.0000016],
		]));

	it('on a plateau are those of ReduceLROnPlateau(factor=0.5, patience=2) of Keras 3.15 after each epoch', () => {
		const losses = [1, 0.8, 0.81, 0.79995, 0.82, 0.7, 0.7, 0.71, 0.69, 0.75, 0.76, 0.77, 0.78];
		const training = { ...defaultTrainingConfig, learningRate: 0.4, schedule: 'plateau', scheduleFactor: 0.5, scheduleEpochs: 2 } as const;
		expectClose(
			losses.map((_, epoch) => learningRateAt(training, { step: 0, stepsPerEpoch: 1, losses: losses.slice(0, epoch + 1) })),
			[0.4, 0.4, 0.4, 0.2, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.05, 0.05, 0.025],
		);
	});
});
