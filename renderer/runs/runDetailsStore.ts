import { useEffect } from 'react';
import { create } from 'zustand';
import type { ContractOutputs } from '#shared/ipc/contract.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { reportProblem } from '../host/report.ts';
import { useHost } from '../host.ts';

export type RunDetails = ContractOutputs['runs']['details'];

/** What runs were made from, by id, as far as it was asked for. */
const useRunDetailsStore = create<{ readonly details: Readonly<Record<string, RunDetails>> }>()(() => ({ details: {} }));

/** What each run was made from, in their order; `null` while one is being read. */
export function useRunDetails(runs: readonly Pick<RunSummary, 'id' | 'status'>[]): readonly (RunDetails | null)[] {
	const host = useHost();
	const known = useRunDetailsStore((state) => state.details);
	// Engine and data are known once a run is under way, so each state is asked anew.
	const wanted = runs.map(({ id, status }) => `${id} ${status}`).join('\n');
	useEffect(() => {
		for (const line of wanted === '' ? [] : wanted.split('\n')) {
			const [run = ''] = line.split(' ');
			host.runs
				.details({ run })
				.then((found) => useRunDetailsStore.setState(({ details }) => ({ details: { ...details, [run]: found } })), reportProblem);
		}
	}, [host, wanted]);
	return runs.map(({ id }) => known[id] ?? null);
}
