import { useDocumentStore } from '../document/documentStore.ts';
import { forHost } from '../document/wire.ts';
import { useConnectionStore } from '../host/connectionStore.ts';
import type { Host } from '../host.ts';
import { isTraining, useTrainingStore } from './trainingStore.ts';

/** Longer than between two strokes of a drag or two letters of a number. */
const QUIET_MS = 700;

/** Has the program make ready what a run of the open document would begin with: when it is opened, after each pause in drawing and after each run. */
export function watchPreparation(host: Host): void {
	let timer: ReturnType<typeof setTimeout> | null = null;

	const prepare = async (): Promise<void> => {
		const { document } = useDocumentStore.getState();
		if (!document?.dataset || isTraining(useTrainingStore.getState())) return;
		try {
			await host.runs.prepare({ document: forHost(document), engine: null });
		} catch {
			// It only saves time; a run says what is wrong.
		}
	};
	const prepareIn = (delayMs: number): void => {
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(() => void prepare(), delayMs);
	};

	useDocumentStore.subscribe((state, before) => {
		if (state.document === before.document) return;
		const isNew = state.document?.id !== before.document?.id || state.document?.dataset !== before.document?.dataset;
		prepareIn(isNew ? 0 : QUIET_MS);
	});
	useTrainingStore.subscribe((state, before) => {
		if (isTraining(before) && !isTraining(state)) prepareIn(QUIET_MS);
	});
	useConnectionStore.subscribe((state, before) => {
		if (state.generation !== before.generation) prepareIn(0);
	});
	prepareIn(0);
}
