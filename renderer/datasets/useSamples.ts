import { useEffect, useState } from 'react';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import { useHost } from '../host.ts';
import type { WirePixels } from '../ui/pixels.ts';
import { groupByClass } from './groupByClass.ts';

export interface ShownSample {
	readonly index: number;
	readonly label: number;
	readonly name: string | null;
	readonly pixels: WirePixels;
}

/** The contract hands out at most this many at once. */
const LOOKED_AT = 200;

/** The first samples of a dataset by class, `most` of each; `null` while they are read. */
export function useSamples(reference: DatasetReference, classes: number, most: number): readonly (readonly ShownSample[])[] | null {
	const host = useHost();
	const [samples, setSamples] = useState<{ readonly of: string; readonly groups: readonly (readonly ShownSample[])[] } | null>(null);
	const key = JSON.stringify(reference);
	useEffect(() => {
		const controller = new AbortController();
		host.datasets
			.samples(
				{ reference: JSON.parse(key) as DatasetReference, split: 'train', offset: 0, count: LOOKED_AT },
				{ signal: controller.signal },
			)
			.then(
				(answer) => setSamples({ of: key, groups: groupByClass(answer.samples, classes, most) }),
				// The panel shows the dataset's own problem; without samples there is just no picture.
				() => undefined,
			);
		return () => controller.abort();
	}, [host, key, classes, most]);
	return samples?.of === key ? samples.groups : null;
}
