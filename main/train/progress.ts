import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { Pace } from './pace.ts';

/** Shortest time between two batch events, in milliseconds: ten a second. */
const EVENT_GAP_MS = 100;

/** Sums over the samples of an epoch so far. */
export interface EpochSums {
	readonly loss: number;
	readonly correct: number;
	readonly count: number;
}

const nothing: EpochSums = { loss: 0, correct: 0, count: 0 };

/** Running means of an epoch, told about ten times a second. */
export class Progress {
	readonly #run: string;
	readonly #training: TrainingConfig;
	readonly #samples: number;
	readonly #pace = new Pace();
	#sentAt = Number.NEGATIVE_INFINITY;
	#sums = nothing;

	constructor(run: string, training: TrainingConfig, samples: number) {
		this.#run = run;
		this.#training = training;
		this.#samples = samples;
	}

	get sums(): EpochSums {
		return this.#sums;
	}

	startEpoch(now: number, sums: EpochSums = nothing): void {
		this.#sums = sums;
		this.#pace.restart(now);
	}

	/** After a pause, which is no slowness. */
	restart(now: number): void {
		this.#pace.restart(now);
	}

	/** What to tell about a batch; `null` when the last news is too fresh, unless it `mustTell`. */
	addBatch(
		{ epoch, batch, now, mustTell }: { readonly epoch: number; readonly batch: number; readonly now: number; readonly mustTell: boolean },
		{ loss, correct, count }: EpochSums,
	): TrainingEvent | null {
		this.#sums = { loss: this.#sums.loss + loss * count, correct: this.#sums.correct + correct, count: this.#sums.count + count };
		this.#pace.add(now, count);
		if (!mustTell && now - this.#sentAt < EVENT_GAP_MS) return null;
		this.#sentAt = now;
		const imagesPerSecond = this.#pace.imagesPerSecond();
		const imagesLeft = (this.#training.epochs - epoch) * this.#samples - this.#sums.count;
		const secondsLeft = imagesPerSecond > 0 ? imagesLeft / imagesPerSecond : null;
		return { kind: 'batch', run: this.#run, epoch, batch, ...this.means(), imagesPerSecond, secondsLeft };
	}

	means(): { loss: number | null; accuracy: number | null } {
		const { loss, correct, count } = this.#sums;
		return { loss: finite(loss / count), accuracy: finite(correct / count) };
	}
}

export function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}
