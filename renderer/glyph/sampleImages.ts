import { useEffect, useState } from 'react';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import { type Host, useHost } from '../host.ts';
import { toRgba, type WirePixels } from '../ui/pixels.ts';

/** Samples as data URLs, asked for once per dataset and number. */
const cache = new Map<string, Promise<readonly string[]>>();

/** Pixels as an image that an `<image>` or `<img>` can show. */
function toDataUrl(pixels: WirePixels): string {
	const { width, height } = pixels;
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	canvas.getContext('2d')?.putImageData(new ImageData(toRgba(pixels), width, height), 0, 0);
	return canvas.toDataURL();
}

function load(host: Host, reference: DatasetReference, count: number): Promise<readonly string[]> {
	const key = JSON.stringify([reference, count]);
	const known = cache.get(key);
	if (known) return known;
	const loading = host.datasets
		.samples({ reference, split: 'test', offset: 0, count })
		.then(({ samples }) => samples.map(({ pixels }) => toDataUrl(pixels)));
	cache.set(key, loading);
	// A folder that comes back is asked again.
	loading.catch(() => cache.delete(key));
	return loading;
}

/** The first test samples of a dataset as images; empty while they load and where there are none to be had. */
export function useSampleImages(reference: DatasetReference | null, count: number): readonly string[] {
	const host = useHost();
	const [loaded, setLoaded] = useState<{ readonly of: DatasetReference | null; readonly images: readonly string[] }>({
		of: null,
		images: [],
	});
	useEffect(() => {
		if (reference === null) return;
		let isCurrent = true;
		load(host, reference, count).then(
			(images) => isCurrent && setLoaded({ of: reference, images }),
			// Pictures only adorn; the data panel says what is wrong with the dataset.
			() => isCurrent && setLoaded({ of: reference, images: [] }),
		);
		return () => {
			isCurrent = false;
		};
	}, [host, reference, count]);
	return loaded.of === reference ? loaded.images : [];
}
