import type { TrainingConfig } from '#shared/training/config.ts';
import type { EpochResult, TrainingEvent } from '#shared/training/event.ts';
import { learningRateAt } from '#shared/training/schedule.ts';
import { bestOf, decidingLoss } from '../bestEpoch.ts';

export type ScalarSplit = 'train' | 'validation' | 'test';

/** One point of a curve. Curves of one tag from several splits and runs lie in one chart. */
export interface Scalar {
	readonly split: ScalarSplit;
	/** `epoch/loss`: TensorBoard groups by what stands before the slash. */
	readonly tag: string;
	readonly value: number;
}

/** What one training event says, and after how many optimizer updates. */
export interface ScalarPoints {
	readonly step: number;
	/** Training time up to the event, in seconds, as far as it can be told from the events. */
	readonly seconds: number;
	readonly scalars: readonly Scalar[];
}

/** Turns the events of a run into scalars; keeps count of epochs, since rate and place follow from those before. */
export class ScalarReader {
	readonly #training: TrainingConfig;
	readonly #epochs: EpochResult[] = [];
	#batches = 0;

	constructor(training: TrainingConfig) {
		this.#training = training;
	}

	/** `null` where an event has no numbers. */
	read(event: TrainingEvent): ScalarPoints | null {
		switch (event.kind) {
			case 'started':
				this.#batches = event.batchesPerEpoch;
				return null;
			case 'batch': {
				const { epoch, batch, loss, accuracy, imagesPerSecond } = event;
				const done = (batch + 1) * this.#training.batchSize;
				return {
					step: epoch * this.#batches + batch + 1,
					seconds: this.#seconds() + (imagesPerSecond > 0 ? done / imagesPerSecond : 0),
					scalars: numbers('train', { 'batch/loss': loss, 'batch/accuracy': accuracy, 'batch/images_per_second': imagesPerSecond }),
				};
			}
			case 'epoch':
				return this.#readEpoch(event.result);
			case 'ended': {
				const best = bestOf(this.#epochs);
				if (!event.evaluation || !best) return null;
				const { loss, accuracy } = event.evaluation;
				return {
					step: this.#stepAfter(best.epoch),
					seconds: this.#seconds(),
					scalars: numbers('test', { 'epoch/loss': loss, 'epoch/accuracy': accuracy }),
				};
			}
			default:
				return null;
		}
	}

	#readEpoch(result: EpochResult): ScalarPoints {
		const step = this.#stepAfter(result.epoch);
		const place = { step: step - 1, stepsPerEpoch: this.#batches, losses: this.#epochs.map(decidingLoss) };
		this.#epochs.push(result);
		const { train, validation, imagesPerSecond } = result;
		return {
			step,
			seconds: this.#seconds(),
			scalars: [
				...numbers('train', {
					'epoch/loss': train.loss,
					'epoch/accuracy': train.accuracy,
					'epoch/learning_rate': learningRateAt(this.#training, place),
					'epoch/images_per_second': imagesPerSecond,
				}),
				...numbers('validation', { 'epoch/loss': validation?.loss ?? null, 'epoch/accuracy': validation?.accuracy ?? null }),
			],
		};
	}

	#stepAfter(epoch: number): number {
		return (epoch + 1) * this.#batches;
	}

	#seconds(): number {
		return this.#epochs.reduce((sum, { seconds }) => sum + seconds, 0);
	}
}

function numbers(split: ScalarSplit, values: Readonly<Record<string, number | null>>): readonly Scalar[] {
	return Object.entries(values).flatMap(([tag, value]) => (value === null ? [] : [{ split, tag, value }]));
}
