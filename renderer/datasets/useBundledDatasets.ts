import { useEffect } from 'react';
import { create } from 'zustand';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';

const useStore = create<{ readonly datasets: readonly DatasetDescription[] | null }>()(() => ({ datasets: null }));

/** The datasets that come with the app; asked for once. `null` until the host has answered. */
export function useBundledDatasets(): readonly DatasetDescription[] | null {
	const host = useHost();
	const datasets = useStore((state) => state.datasets);
	useEffect(() => {
		if (useStore.getState().datasets !== null) return;
		host.datasets.bundled().then((answer) => useStore.setState({ datasets: answer }), reportProblem);
	}, [host]);
	return datasets;
}
