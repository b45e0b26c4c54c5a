import { previewAugmentation } from '../augment/preview.ts';
import { describeBundledDatasets, describeDataset, readSamples } from '../datasets/datasets.ts';
import type { DataOptions } from '../datasets/trainingData.ts';
import type { CallOptions, Requests } from './requests.ts';
import { toWirePixels } from './wire.ts';

/** What there is to train on, and single samples for looking at. */
export function createDatasetRequests(places: Pick<DataOptions, 'assetsFolder' | 'cacheFolder'>): Requests['datasets'] {
	const withSignal = (options?: CallOptions): DataOptions => (options?.signal ? { ...places, signal: options.signal } : places);
	return {
		async bundled() {
			return describeBundledDatasets(places);
		},
		async describe({ reference }, options) {
			return describeDataset(reference, withSignal(options));
		},
		async samples({ reference, split, offset, count }, options) {
			const { total, samples } = await readSamples(reference, split, offset, count, withSignal(options));
			return { total, samples: samples.map(({ picture, ...sample }) => ({ ...sample, pixels: toWirePixels(picture) })) };
		},
		async augmented({ reference, size, ...question }, options) {
			const { total, samples } = await previewAugmentation(reference, question, { ...withSignal(options), size });
			return {
				total,
				samples: samples.map(({ picture, changed, ...sample }) => ({
					...sample,
					pixels: toWirePixels(picture),
					changed: changed.map(toWirePixels),
				})),
			};
		},
	};
}
