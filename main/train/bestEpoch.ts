import type { EpochResult } from '#shared/training/event.ts';

/** What "best" goes by: the loss on samples held back, else on those learned from. */
export function decidingLoss({ train, validation }: EpochResult): number {
	return (validation ?? train).loss ?? Number.POSITIVE_INFINITY;
}

/** The epoch with the lowest deciding loss, the first of equals. */
export function bestOf(epochs: readonly EpochResult[]): EpochResult | null {
	const [first, ...rest] = epochs;
	return first ? rest.reduce((lowest, result) => (decidingLoss(result) < decidingLoss(lowest) ? result : lowest), first) : null;
}
