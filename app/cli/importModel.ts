import { basename, resolve } from 'node:path';
import { DocumentFiles } from '#main/documents/documentFiles.ts';
import { WEIGHTS_ENDING } from '#main/documents/weightsStore.ts';
import { importFile } from '#main/import/importFile.ts';
import { words } from '#main/words.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { Program } from '../program.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface ImportOptions {
	readonly out: string;
	readonly overwrite?: boolean;
}

/** `layerloom import FILE --out DOC.loom.json`: a model of another tool as a document, its weights beside it. */
export async function importModel(program: Program, model: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
	const { document, weights, notes, placeholders, format } = await importFile(resolve(model));
	const path = resolve(options.out);
	const sha256 = await program.weights.put(weights);
	const kept = { ...document, weights: { file: `${basename(path)}${WEIGHTS_ENDING}`, sha256 } };
	await new DocumentFiles(undefined, undefined, program.weights).save(path, kept, options.overwrite ?? false);
	const count = weights.reduce((sum, { shape }) => sum + countValues(shape), 0);
	const worded = {
		notes: notes.map((note) => words.text(note)),
		placeholders: placeholders.map(({ name, reason }) => ({ name, reason: words.text(reason) })),
	};
	terminal.answer({ ok: true, path, format, layers: document.nodes.length, weights: count, ...worded });
	terminal.say('cli.import.done', { path, layers: document.nodes.length, weights: count });
	for (const note of worded.notes) terminal.line(note);
	for (const { name, reason } of worded.placeholders) terminal.say('cli.import.placeholder', { layer: name, reason });
	return 0;
}
