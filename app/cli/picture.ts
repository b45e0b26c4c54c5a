import { extname, join } from 'node:path';
import { describeIfAny } from '#main/datasets/datasets.ts';
import { pictureFormats, renderPicture } from '#main/picture/renderPicture.ts';
import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import { writeNew } from '#main/writeNew.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { drawNetwork } from '#shared/picture/drawNetwork.ts';
import type { PictureTheme } from '#shared/picture/palette.ts';
import { layerTable } from '#shared/plan/summary.ts';
import { type TableFormat, tableText } from '#shared/plan/tableText.ts';
import { message } from '#shared/text/message.ts';
import type { Program } from '../program.ts';
import { readGivenDocument } from './givenDocument.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface PictureCommand {
	readonly out: string;
	readonly theme: PictureTheme;
	/** Pixels of a PNG to one of the canvas. */
	readonly scale: number;
	/** False with `--no-title`. */
	readonly title: boolean;
	readonly overwrite?: boolean;
}

/** `layerloom picture DOC --out FILE.svg`: the network as it stands on the canvas; the ending chooses the format. */
export async function picture(program: Program, file: string, options: PictureCommand, terminal: Terminal): Promise<ExitCode> {
	const format = pictureFormats.find((known) => extname(options.out).toLowerCase() === `.${known}`);
	if (!format) throw new Problem(message('cli.picture.problem.ending', { out: options.out }));
	const { document, dataset, inference } = await inferGiven(program, file);
	const drawing = drawNetwork(document, inference, { theme: options.theme, hasTitle: options.title }, { dataset, formatter: words });
	const made = await renderPicture(drawing, format, options.scale, join(program.product.assetsFolder, 'fonts'));
	const path = await writeNew(options.out, made.bytes, options.overwrite ?? false);
	terminal.answer({ ok: true, path, format, width: made.width, height: made.height, layers: document.nodes.length });
	terminal.say('cli.picture.done', { path, width: made.width, height: made.height });
	return 0;
}

const tableEndings: Readonly<Record<string, TableFormat>> = { '.md': 'markdown', '.csv': 'csv', '.tex': 'latex' };

/** `layerloom table DOC --out FILE.md`: all layers with their sizes and costs. */
export async function table(
	program: Program,
	file: string,
	options: { readonly out: string; readonly overwrite?: boolean },
	terminal: Terminal,
): Promise<ExitCode> {
	const format = tableEndings[extname(options.out).toLowerCase()];
	if (!format) throw new Problem(message('cli.table.problem.ending', { out: options.out }));
	const { document, inference } = await inferGiven(program, file);
	const path = await writeNew(options.out, tableText(layerTable(document, inference), format, words), options.overwrite ?? false);
	terminal.answer({ ok: true, path, format, layers: document.nodes.length });
	terminal.say('cli.table.done', { path, layers: document.nodes.length });
	return 0;
}

/** The document with what is derived of it; data that is not there leaves sizes open rather than refusing. */
async function inferGiven(program: Program, file: string) {
	const { document } = await readGivenDocument(file);
	const { dataset } = await describeIfAny(document.dataset, program.dataPlaces);
	return { document, dataset, inference: inferShapes(document, { dataset }) };
}
