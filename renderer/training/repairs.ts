import type { Edit } from '#shared/graph/edit.ts';
import { type Message, message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { nextStep } from './numberSteps.ts';

/** A change of one click that makes a run like this one end better. */
export interface RunRepair {
	readonly label: Message;
	readonly edits: readonly Edit[];
}

/** The loss ran away: the last number is missing, or far above the first. */
export function hasDiverged(run: Pick<RunSummary, 'epochs' | 'reason'>): boolean {
	if (run.reason?.id.toLowerCase().includes('diverge')) return true;
	return run.epochs.some((result) => result.train.loss === null);
}

/** The loss grew instead of falling: the steps were too large, even where every number was finite. */
function hasGrown(run: Pick<RunSummary, 'epochs'>): boolean {
	const first = run.epochs[0]?.train.loss ?? null;
	const last = run.epochs.at(-1)?.train.loss ?? null;
	return first !== null && last !== null && last > 2 * first;
}

/** What to change after a run that ended early or learned nothing; empty where only the words help. */
export function proposeRepairs(run: Pick<RunSummary, 'epochs' | 'reason' | 'settings' | 'status'>): readonly RunRepair[] {
	const { learningRate, batchSize } = run.settings;
	if (hasDiverged(run) || hasGrown(run)) {
		const lower = nextStep(learningRate, 'powers', -1);
		return [
			{
				label: message('training.repair.learningRate', { rate: String(lower) }),
				edits: [{ kind: 'setTraining', training: { learningRate: lower } }],
			},
		];
	}
	if (run.status === 'failed' && run.reason?.id.toLowerCase().includes('memory') && batchSize > 1) {
		const smaller = nextStep(batchSize, 'doubling', -1);
		return [
			{
				label: message('training.repair.batchSize', { size: smaller }),
				edits: [{ kind: 'setTraining', training: { batchSize: smaller } }],
			},
		];
	}
	return [];
}
