import { assertNever } from '../assertNever.ts';
import type { TrainingConfig } from './config.ts';
import { countWaits } from './patience.ts';

/** Where a run stands when a rate is asked for. */
export interface SchedulePlace {
	/** Steps done before, over the whole run. */
	readonly step: number;
	readonly stepsPerEpoch: number;
	/** Loss of each epoch done, by which `plateau` goes; see `decidingLoss`. */
	readonly losses: readonly number[];
}

/** Leslie Smith's 1cycle with PyTorch's constants: first and last rate as shares of the largest, and how long it rises. */
const ONE_CYCLE_FIRST = 1 / 25;
const ONE_CYCLE_LAST = ONE_CYCLE_FIRST / 1e4;
const ONE_CYCLE_RISE = 0.3;
/** Keras's `ReduceLROnPlateau(min_delta)`. */
const PLATEAU_MIN_CHANGE = 1e-4;

/**
 * The learning rate of a step. During warm-up it rises in equal steps to the full rate (Goyal et al. 2017, §2.2); the schedule then
 * counts from its end. `oneCycle` has a rise of its own instead.
 */
export function learningRateAt(training: TrainingConfig, place: SchedulePlace): number {
	const { schedule, learningRate, warmUpEpochs } = training;
	if (schedule === 'oneCycle') return learningRate * oneCycle(place.step, training.epochs * place.stepsPerEpoch);
	const warmUpSteps = Math.min(warmUpEpochs, training.epochs) * place.stepsPerEpoch;
	if (place.step < warmUpSteps) return (learningRate * (place.step + 1)) / warmUpSteps;
	return learningRate * shareAfterWarmUp(training, place, warmUpSteps);
}

function shareAfterWarmUp(training: TrainingConfig, { step, stepsPerEpoch, losses }: SchedulePlace, warmUpSteps: number): number {
	const { schedule, scheduleFactor, scheduleEpochs, epochs } = training;
	const done = step - warmUpSteps;
	switch (schedule) {
		case 'constant':
		case 'oneCycle':
			return 1;
		// PyTorch's StepLR.
		case 'step':
			return scheduleFactor ** Math.floor(done / stepsPerEpoch / scheduleEpochs);
		// Keras's ExponentialDecay with an epoch's steps as `decay_steps`.
		case 'exponential':
			return scheduleFactor ** (done / stepsPerEpoch);
		// Keras's CosineDecay down to 0 (Loshchilov and Hutter 2017).
		case 'cosine':
			return (1 + Math.cos((Math.PI * done) / Math.max(1, epochs * stepsPerEpoch - warmUpSteps))) / 2;
		case 'plateau':
			return scheduleFactor ** countDrops(losses, scheduleEpochs);
		default:
			return assertNever(schedule);
	}
}

/** PyTorch's OneCycleLR with cosine annealing, as a share of the largest rate. */
function oneCycle(step: number, steps: number): number {
	const top = ONE_CYCLE_RISE * steps - 1;
	if (step <= top) return anneal(ONE_CYCLE_FIRST, 1, top > 0 ? step / top : 1);
	return anneal(1, ONE_CYCLE_LAST, Math.min(1, (step - top) / (steps - 1 - top)));
}

function anneal(from: number, to: number, share: number): number {
	return to + ((from - to) / 2) * (1 + Math.cos(Math.PI * share));
}

/** How often `patience` epochs went by without a better loss, counting anew after each drop. */
function countDrops(losses: readonly number[], patience: number): number {
	return countWaits(losses, patience, PLATEAU_MIN_CHANGE).rounds;
}
