import { useEffect, useState } from 'react';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { ContractInputs, ContractOutputs } from '#shared/ipc/contract.ts';
import { useHost } from '../host.ts';

type Question = ContractInputs['datasets']['augmented'];
type AugmentedSamples = ContractOutputs['datasets']['augmented'];

/** A slider that is moved asks once it rests for so long, in milliseconds. */
const REST_MS = 60;

/**
 * Samples as the network will see them; asked for again when a setting changes. Meanwhile the ones before stay, so that nothing
 * flickers; `null` before the first answer for a dataset.
 */
export function useAugmented(question: Question): { readonly answer: AugmentedSamples | null; readonly isCurrent: boolean } {
	const host = useHost();
	const [known, setKnown] = useState<{ readonly of: string; readonly dataset: string; readonly answer: AugmentedSamples } | null>(null);
	const key = JSON.stringify(question);
	const dataset = JSON.stringify(question.reference satisfies DatasetReference);
	useEffect(() => {
		const controller = new AbortController();
		const timer = setTimeout(() => {
			host.datasets.augmented(JSON.parse(key) as Question, { signal: controller.signal }).then(
				(answer) => setKnown({ of: key, dataset, answer }),
				// The panel shows the dataset's own problem; without samples there is just no picture.
				() => undefined,
			);
		}, REST_MS);
		return () => {
			clearTimeout(timer);
			controller.abort();
		};
	}, [host, key, dataset]);
	return { answer: known?.dataset === dataset ? known.answer : null, isCurrent: known?.of === key };
}
