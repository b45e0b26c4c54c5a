import { useEffect, useState } from 'react';
import type { Message } from '#shared/text/message.ts';
import { type Host, useHost } from '../host.ts';
import { isAbort, problemOf } from '../hostProblem.ts';
import type { Picked } from './evaluateStore.ts';

export type Prediction = Awaited<ReturnType<Host['predict']['picture']>>;

interface Asked {
	readonly run: string;
	readonly picked: Picked;
	readonly prediction: Prediction | null;
	readonly problem: Message | null;
}

/** What a run's network says about a picture; keeps the last answer in sight while the next is worked out. */
export function usePrediction(
	run: string | null,
	picked: Picked | null,
): { readonly prediction: Prediction | null; readonly problem: Message | null; readonly isWorking: boolean } {
	const host = useHost();
	const [asked, setAsked] = useState<Asked | null>(null);
	useEffect(() => {
		if (run === null || picked === null) return;
		const controller = new AbortController();
		const { signal } = controller;
		const answer =
			picked.kind === 'sample'
				? host.predict.sample({ run, split: 'test', index: picked.index }, { signal })
				: host.predict.picture({ run, pixels: picked.pixels }, { signal });
		answer.then(
			(prediction) => {
				if (!signal.aborted) setAsked({ run, picked, prediction, problem: null });
			},
			(error: unknown) => {
				if (!signal.aborted && !isAbort(error)) setAsked({ run, picked, prediction: null, problem: problemOf(error) });
			},
		);
		return () => controller.abort();
	}, [host, run, picked]);
	if (run === null || picked === null || asked === null || asked.run !== run)
		return { prediction: null, problem: null, isWorking: picked !== null && run !== null };
	const isCurrent = asked.picked === picked;
	// The old answer stays below a picture of the same kind, so that nothing flickers while one draws.
	const fits = isCurrent || asked.picked.kind === picked.kind;
	return { prediction: fits ? asked.prediction : null, problem: isCurrent ? asked.problem : null, isWorking: !isCurrent };
}
