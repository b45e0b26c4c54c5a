import type { TrainingConfig } from './config.ts';

/**
 * Counts epochs without a better loss as Keras's callbacks do: a loss is better when it is lower than the best by more than
 * `minChange`. After `patience` of them a round is over and the count begins anew.
 */
export function countWaits(
	losses: readonly number[],
	patience: number,
	minChange: number,
): { readonly waited: number; readonly rounds: number } {
	let best = Number.POSITIVE_INFINITY;
	let waited = 0;
	let rounds = 0;
	for (const loss of losses) {
		if (loss < best - minChange) {
			best = loss;
			waited = 0;
			continue;
		}
		waited++;
		if (waited < patience) continue;
		rounds++;
		waited = 0;
	}
	return { waited, rounds };
}

/** True when the loss has not become better for as many epochs as the settings have patience. */
export function isOutOfPatience({ stopPatience, stopMinChange }: TrainingConfig, losses: readonly number[]): boolean {
	return stopPatience !== null && countWaits(losses, stopPatience, stopMinChange).rounds > 0;
}
