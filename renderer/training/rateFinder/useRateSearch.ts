import { useEffect, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import { type RatePoint, type RateSuggestion, suggestRate } from '#shared/training/rateFinder.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { forHost } from '../../document/wire.ts';
import { useHost } from '../../host.ts';
import { asMessage, isAbort, problemOf } from '../../hostProblem.ts';

export interface RateSearchState {
	readonly phase: 'preparing' | 'searching' | 'ended';
	readonly points: readonly RatePoint[];
	/** Done part of all rates, 0 to 1. */
	readonly share: number;
	readonly suggestion: RateSuggestion | null;
	/** Why it could not be carried out. */
	readonly problem: Message | null;
}

const fresh: RateSearchState = { phase: 'preparing', points: [], share: 0, suggestion: null, problem: null };

/** One search over the open document, from when the caller is shown until it is stopped or over. */
export function useRateSearch(): { readonly state: RateSearchState; readonly stop: () => void; readonly again: () => void } {
	const host = useHost();
	const [state, setState] = useState(fresh);
	const [attempt, setAttempt] = useState(0);
	const [controller, setController] = useState<AbortController | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a search of its own
	useEffect(() => {
		const { document } = useDocumentStore.getState();
		if (!document) return;
		const abort = new AbortController();
		setController(abort);
		setState(fresh);
		const listen = async (): Promise<void> => {
			for await (const event of await host.runs.findRate({ document: forHost(document) }, { signal: abort.signal })) {
				if (abort.signal.aborted) return;
				if (event.kind === 'point') {
					const share = (event.step + 1) / event.steps;
					setState((before) => ({ ...before, phase: 'searching', share, points: [...before.points, event.point] }));
				}
				if (event.kind === 'ended') {
					const problem = event.reason ? asMessage(event.reason) : null;
					setState((before) => ({ ...before, phase: 'ended', suggestion: event.suggestion, problem }));
				}
			}
		};
		listen().catch((error: unknown) => {
			if (!abort.signal.aborted && !isAbort(error)) setState((before) => ({ ...before, phase: 'ended', problem: problemOf(error) }));
		});
		return () => abort.abort();
	}, [host, attempt]);
	return {
		state,
		// What was found so far is looked at all the same.
		stop: () => {
			controller?.abort();
			setState((before) => ({ ...before, phase: 'ended', suggestion: suggestRate(before.points) }));
		},
		again: () => setAttempt((before) => before + 1),
	};
}
