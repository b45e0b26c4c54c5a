import type { TrainingEvent } from '#shared/training/event.ts';
import type { CheckpointState } from './checkpoint.ts';

/**
 * What a run that goes on has behind it: the events up to its checkpoint. Epochs are those of the checkpoint, since the last of
 * them may not have been written, and later ones will come again.
 */
export function resumedEvents(run: string, kept: readonly TrainingEvent[], from: CheckpointState | null): readonly TrainingEvent[] {
	if (from === null) return [];
	const events: TrainingEvent[] = kept.filter(({ kind }) => kind === 'started').slice(-1);
	const behind = kept.filter((event) => event.kind === 'batch' || event.kind === 'advice');
	for (const result of from.epochs) {
		events.push(...behind.filter(({ epoch }) => epoch === result.epoch), { kind: 'epoch', run, result });
	}
	const isBehind = (event: (typeof behind)[number]): boolean =>
		event.epoch === from.epoch && (event.kind === 'batch' ? event.batch < from.batch : from.advised.includes(event.advice));
	return [...events, ...behind.filter(isBehind)];
}
