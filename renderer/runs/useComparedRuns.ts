import { useMemo } from 'react';
import type { RunSummary } from '#shared/training/event.ts';
import { useTrainingStore, withLive } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import { type Curve, pickCurves } from './curves.ts';

/** The ticked runs, brought up to date with what is under way: newest first as summaries, by colour as curves. */
export function useComparedRuns(): {
	readonly runs: readonly RunSummary[];
	readonly curves: readonly Curve[];
	readonly isLoading: boolean;
} {
	const runs = useTrainingStore((state) => state.runs);
	const slots = useTrainingStore((state) => state.slots);
	const live = useTrainingStore((state) => state.live);
	const shown = useViewStore((state) => state.run);
	return useMemo(() => {
		const current = (runs ?? []).map((run) => withLive(run, live));
		return {
			runs: current.filter((run) => slots.includes(run.id)),
			curves: pickCurves(current, slots, shown, live),
			isLoading: runs === null,
		};
	}, [runs, slots, live, shown]);
}
