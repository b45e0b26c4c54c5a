import type { DatasetReference } from '#shared/datasets/dataset.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';
import { problemOf } from '../hostProblem.ts';
import { useDocumentStore } from './documentStore.ts';
import { useDerivedStore } from './selectors.ts';

const keyOf = (reference: DatasetReference | null): string => JSON.stringify(reference);

/** Asks for the description of the document's dataset whenever another one is chosen; sizes and classes follow from it. */
export function watchDataset(host: Host): void {
	let asked = keyOf(null);
	const follow = async (): Promise<void> => {
		const reference = useDocumentStore.getState().document?.dataset ?? null;
		const key = keyOf(reference);
		if (key === asked) return;
		asked = key;
		if (reference === null) {
			useDerivedStore.getState().setDataset(null);
			return;
		}
		try {
			const description = await host.datasets.describe({ reference });
			if (asked === key) useDerivedStore.getState().setDataset(description);
		} catch (error) {
			if (asked !== key) return;
			useDerivedStore.getState().setDataset(null, problemOf(error));
			reportProblem(error, 'shell.problem.dataset');
		}
	};
	useDocumentStore.subscribe((state, before) => {
		if (state.document?.dataset !== before.document?.dataset) void follow();
	});
	void follow();
}
