import type { Message } from '#shared/text/message.ts';
import type { AdviceName, EpochResult } from '#shared/training/event.ts';

/** What is known of a run when a check looks at it. */
export interface Watched {
	/** Finished epochs, in order. */
	readonly epochs: readonly EpochResult[];
	/** Losses of the batches of the whole run that were looked at, in order. */
	readonly losses: readonly number[];
	/** Gradient lengths by op, in the order of the network, oldest measurement first. */
	readonly gradients: readonly OpGradients[];
	/** Classes to tell apart; `null` where the answer is a number. */
	readonly classes: number | null;
	readonly learningRate: number;
}

export interface OpGradients {
	readonly op: string;
	readonly node: string;
	readonly norms: readonly number[];
	/** Units that can be told apart, and those that no gradient reached in the last measurements; 0 where units cannot be told apart. */
	readonly units: number;
	readonly silent: number;
}

/** What a check found. */
export interface Advice {
	readonly advice: AdviceName;
	readonly node: string | null;
	readonly message: Message;
}

/** One thing that can go wrong; pure. `null` while all is well or too little is known. */
export type Check = (watched: Watched) => Advice | null;

/** Loss of guessing among `classes`. */
export function guessingLoss(classes: number): number {
	return Math.log(classes);
}

/** Three digits, as people read losses. */
export function spellLoss(loss: number): string {
	return loss >= 100 ? loss.toPrecision(3) : loss.toFixed(3);
}

/** Rates span many powers of ten; three digits of each are enough. */
export function spellRate(rate: number): string {
	return String(Number(rate.toPrecision(3)));
}
