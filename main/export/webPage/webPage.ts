import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type PageContent, pageContentSchema, pageWords } from '#shared/pictures/pageContent.ts';
import { countValues, isMapShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { words } from '../../words.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { modelCard } from '../modelCard.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { findUnwritable, layersModelOf } from '../tfjs/layersModel.ts';
import { cardHtml } from './cardHtml.ts';
import { pageHtml } from './html.ts';

const PAGE_FILE = 'index.html';
/** Base64 in a page takes a third more, and a browser keeps it as text of two bytes a letter while it opens the page. */
const MOST_WEIGHTS_BYTES = 128e6;

/** One HTML file that runs the network on a dropped picture, the camera or a drawing, without any server. */
export const webPageExporter: Exporter = {
	name: 'web-page',
	purpose: 'browser',
	title: message('exporting.webPage.title'),
	summary: message('exporting.webPage.summary'),
	description: message('exporting.webPage.description'),
	files: [PAGE_FILE],
	sameLayersAs: 'tfjs',
	usage: message('exporting.webPage.usage'),

	findObstacle({ plan }: ExportModel): Obstacle | null {
		const op = findUnwritable(plan);
		if (op) return obstacleAt(plan, op, webPageExporter.title);
		const { inputShape, outputShape, weightCount } = plan;
		const channels = inputShape.at(-1) ?? 0;
		if (!isMapShape(inputShape) || (channels !== 1 && channels !== 3) || outputShape.length !== 1) {
			return message('exporting.webPage.notPictures', { channels, output: outputShape.join(' × ') });
		}
		const bytes = 4 * weightCount;
		if (bytes <= MOST_WEIGHTS_BYTES) return null;
		return message('exporting.webPage.tooLarge', { megabytes: Math.round(bytes / 1e6), most: MOST_WEIGHTS_BYTES / 1e6 });
	},

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const { plan, classes, weights, origin, readPage } = model;
		if (!readPage) throw new Error('a page needs its program');
		const { topology, specs, bytes } = layersModelOf(plan, weights);
		const [height = 0, width = 0, channels = 0] = plan.inputShape;
		const content: PageContent = pageContentSchema.parse({
			inputShape: plan.inputShape,
			classes: classes.slice(0, countValues(plan.outputShape)),
			answersShares: plan.task === 'classification',
			topology,
			weights: specs,
			words: Object.fromEntries(pageWords.map((word) => [word, words.text(message(`webPage.word.${word}`, { height, width }))])),
		});
		const accuracy = origin?.run.evaluation?.accuracy;
		const html = pageHtml({
			title: plan.document.name,
			about: {
				weights: plan.weightCount,
				classes: classes.length,
				height,
				width,
				channels,
				accuracy: accuracy === undefined ? 'none' : words.percent(accuracy),
			},
			size: { height, width, channels },
			card: origin ? cardHtml(modelCard(webPageExporter, model, null, origin)) : '',
			content: JSON.stringify(content),
			weights: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
			...(await readPage()),
		});
		await writeFile(join(folder, PAGE_FILE), html, signal ? { signal } : {});
		return [PAGE_FILE];
	},

	async readBack(folder, { images, count }, { signal }) {
		const { files, shape } = await readPageFile(folder);
		const { answerWithLayersModel } = await import('#main/engine/readLayersModel.ts');
		return answerWithLayersModel(files, images, count, shape, signal);
	},

	async readBackInside(folder, { images, count }, { signal }) {
		const { files, shape } = await readPageFile(folder);
		const { valuesInsideLayersModel } = await import('#main/engine/readLayersModel.ts');
		return valuesInsideLayersModel(files, images, count, shape, signal);
	},
};

/** The network as it stands in the page. */
async function readPageFile(folder: string) {
	const html = await readFile(join(folder, PAGE_FILE), 'utf8');
	const { topology, weights, inputShape } = pageContentSchema.parse(JSON.parse(dataOf(html, 'content')));
	const json = { modelTopology: topology, weightsManifest: [{ paths: [], weights }] };
	return { files: { json, weights: Buffer.from(dataOf(html, 'weights'), 'base64') }, shape: inputShape };
}

/** Text of the data block of an id, which lies after its tag and holds no `<`. */
function dataOf(html: string, id: string): string {
	const found = new RegExp(`<script type="[^"]+" id="${id}">([^<]*)</script>`).exec(html)?.[1];
	return z.string({ error: `${PAGE_FILE} holds no ${id}` }).parse(found);
}
