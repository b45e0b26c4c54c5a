import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { type WeightsStore, weightsFileFor } from '../documents/weightsStore.ts';
import { importFile } from '../import/importFile.ts';
import type { Uploads } from '../import/uploads.ts';
import type { Requests } from './requests.ts';
import { toWire } from './wire.ts';

/** Opening models of other tools. */
export function createImportRequests(uploads: Uploads, store: WeightsStore): Requests['imports'] {
	return {
		async receive({ upload, name, part, data }) {
			await uploads.receive(upload, name, part, Buffer.from(data, 'base64'));
			return {};
		},
		async *read(source, options) {
			const signal = options?.signal;
			try {
				yield { kind: 'progress', stage: toWire(message('importing.stage.reading')) };
				const path = 'path' in source ? source.path : uploads.placeOf(source.upload, source.name);
				const { document, weights, notes, placeholders, title } = await importFile(path, signal);
				signal?.throwIfAborted();
				yield { kind: 'progress', stage: toWire(message('importing.stage.keeping')) };
				const sha256 = await store.put(weights);
				signal?.throwIfAborted();
				yield {
					kind: 'done',
					document: { ...document, weights: { file: weightsFileFor(document.name), sha256 } },
					title: toWire(title),
					weights: weights.reduce((sum, { shape }) => sum + countValues(shape), 0),
					notes: notes.map(toWire),
					placeholders: placeholders.map(({ name, reason }) => ({ name, reason: toWire(reason) })),
				};
			} finally {
				if ('upload' in source) await uploads.discard(source.upload);
			}
		},
	};
}
