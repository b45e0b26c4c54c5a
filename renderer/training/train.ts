import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import type { Host } from '../host.ts';
import { useViewStore } from '../view/viewStore.ts';
import { useEngineStore } from './engineStore.ts';
import { whyNotTrain } from './readiness.ts';
import { isTraining, useTrainingStore } from './trainingStore.ts';

/** True when the open document can be trained right now. */
export function canTrain(): boolean {
	const { inference } = useDerivedStore.getState();
	const { isStarting, live } = useTrainingStore.getState();
	return (
		!isStarting && !isTraining({ live }) && whyNotTrain(useDocumentStore.getState().document, inference, useEngineStore.getState()) === null
	);
}

/** Starts a run of the open document and shows it: the Train mode, its panel and the curves. */
export async function train(host: Host): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document || !canTrain()) return;
	useViewStore.getState().set({ mode: 'train', inspectorTab: 'training', drawerTab: 'runs', isDrawerOpen: true });
	await useTrainingStore.getState().start(host, document);
}
