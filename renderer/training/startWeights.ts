import { useEffect, useState } from 'react';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Message } from '#shared/text/message.ts';
import type { StartedFrom } from '#shared/training/event.ts';
import { forHost } from '../document/wire.ts';
import { type Host, useHost } from '../host.ts';
import { problemOf } from '../hostProblem.ts';
import { useTrainingStore } from './trainingStore.ts';

/** Makes a run without epochs of the document's weights and shows it. */
export async function tryStartWeights(host: Host, document: GraphDocument): Promise<void> {
	const { run } = await host.runs.adopt({ document: forHost(document) });
	await useTrainingStore.getState().open(host, document.id);
	useTrainingStore.getState().show(run);
}

export type StartState =
	| { readonly kind: 'known'; readonly start: StartedFrom | null }
	| { readonly kind: 'gone'; readonly problem: Message };

/** What a run of the document would begin with; `null` while it is being looked up. Asked anew when layers or weights change. */
export function useStart(document: GraphDocument): StartState | null {
	const host = useHost();
	const [state, setState] = useState<StartState | null>(null);
	const { weights, nodes, edges, groups } = document;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the name, the settings and the data change nothing here.
	useEffect(() => {
		let isCurrent = true;
		const tell = (next: StartState): void => {
			if (isCurrent) setState(next);
		};
		if (weights) {
			host.runs.startsFrom({ document: forHost(document) }).then(
				(start) => tell({ kind: 'known', start }),
				(error: unknown) => tell({ kind: 'gone', problem: problemOf(error) }),
			);
		} else setState(null);
		return () => {
			isCurrent = false;
		};
	}, [host, weights, nodes, edges, groups]);
	return state;
}
