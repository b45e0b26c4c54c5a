import { isTraining, useTrainingStore } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Whether the network may be changed now: in Build, and not while it trains. */
export function useCanEdit(): boolean {
	const isBuilding = useViewStore((state) => state.mode === 'build');
	const isLocked = useTrainingStore(isTraining);
	return isBuilding && !isLocked;
}
