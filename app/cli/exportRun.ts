import { resolve } from 'node:path';
import { exporters } from '#main/export/exporters.ts';
import { runExport } from '#main/export/runExport.ts';
import { Problem } from '#main/problem.ts';
import { words } from '#main/words.ts';
import { message } from '#shared/text/message.ts';
import type { Program } from '../program.ts';
import { inColumns } from './columns.ts';
import { findModel } from './givenRun.ts';
import { progressBar } from './progressBar.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface ExportOptions {
	readonly target?: string;
	readonly out?: string;
	readonly overwrite?: boolean;
	readonly list?: boolean;
}

/** `layerloom export DOC|RUN --target NAME --out DIR`: writes a trained network and proves it; `--list` names the formats. */
export async function exportRun(program: Program, run: string | undefined, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
	if (options.list) return listTargets(terminal);
	const { target, out } = options;
	if (run === undefined || target === undefined || out === undefined || !exporters.some((exporter) => exporter.name === target)) {
		terminal.complain(message('cli.export.usage', { known: exporters.map((exporter) => exporter.name).join(', ') }));
		return 2;
	}
	const source = await findModel(program, run);
	const training = program.openTraining({ dataFolder: source.dataFolder });
	const abort = new AbortController();
	const onSignal = (): void => abort.abort(new Problem(message('cli.export.stopped')));
	process.once('SIGINT', onSignal);
	process.once('SIGTERM', onSignal);
	try {
		const request = { run: source.run, target, directory: resolve(out), overwrite: options.overwrite ?? false, signal: abort.signal };
		for await (const event of runExport(
			training,
			{ ...program.dataPlaces, exportedPageFolder: program.product.exportedPageFolder },
			request,
		)) {
			if (event.kind === 'progress') {
				terminal.status(`${progressBar(event.share)} ${words.text(event.stage)}`);
				continue;
			}
			terminal.clearStatus();
			const { directory, files, parity } = event;
			terminal.answer({ run: source.run, target, directory, files, parity });
			if (!terminal.isJson) terminal.line(inColumns(files.map((file) => [file.name, words.bytes(file.bytes)])));
			const values = {
				directory,
				inputs: parity.inputs,
				difference: parity.largestDifference?.toExponential(2) ?? '∞',
				tolerance: String(parity.tolerance),
			};
			terminal.say(parity.passed ? 'cli.export.done' : 'cli.export.notEqual', values);
			if (parity.partsAt !== null) terminal.say('cli.export.partsAt', { layer: parity.partsAt });
			return parity.passed ? 0 : 1;
		}
		return 1;
	} finally {
		terminal.clearStatus();
		process.off('SIGINT', onSignal);
		process.off('SIGTERM', onSignal);
		await training.close();
		await source.release();
	}
}

function listTargets(terminal: Terminal): ExitCode {
	terminal.answer(
		exporters.map(({ name, title, description, files }) => ({
			name,
			title: words.text(title),
			description: words.text(description),
			files,
		})),
	);
	if (!terminal.isJson)
		terminal.line(
			inColumns(
				exporters.map(({ name, title, description }) => [name, words.text(title), words.text(description)]),
				new Set([0, 1, 2]),
			),
		);
	return 0;
}
