import { join } from 'node:path';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { drawNetwork } from '#shared/picture/drawNetwork.ts';
import { describeIfAny } from '../datasets/datasets.ts';
import type { DataOptions } from '../datasets/trainingData.ts';
import { renderPicture } from '../picture/renderPicture.ts';
import { words } from '../words.ts';
import type { Requests } from './requests.ts';

/** Pictures of networks in the formats that a page cannot write. */
export function createPictureRequests(places: DataOptions): Requests['pictures'] {
	return {
		async render({ document, format, theme, hasTitle, only, scale }) {
			// A picture of sizes that are left open is better than none.
			const { dataset } = await describeIfAny(document.dataset, places);
			const options = { theme, hasTitle, ...(only ? { only: new Set(only) } : {}) };
			const drawing = drawNetwork(document, inferShapes(document, { dataset }), options, { dataset, formatter: words });
			const { bytes, width, height } = await renderPicture(drawing, format, scale, join(places.assetsFolder, 'fonts'));
			return { data: bytes.toString('base64'), width, height };
		},
	};
}
