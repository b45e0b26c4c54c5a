import { words } from '#main/words.ts';
import type { Program } from '../program.ts';
import { inColumns } from './columns.ts';
import { readGivenData } from './givenDocument.ts';
import { findModel } from './givenRun.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface EvaluateOptions {
	readonly data?: string;
}

/** `layerloom evaluate DOC|RUN [--data NAME]`: how often a network with weights is right on the test images of its data, by class. */
export async function evaluate(program: Program, given: string, options: EvaluateOptions, terminal: Terminal): Promise<ExitCode> {
	const source = await findModel(program, given, options.data === undefined ? undefined : await readGivenData(options.data));
	const training = program.openTraining({ dataFolder: source.dataFolder });
	try {
		const { accuracy, loss, classes, confusion } = await training.evaluate(source.run);
		terminal.answer({ ok: true, run: source.run, accuracy, loss, classes, confusion });
		terminal.say('cli.evaluate.done', { accuracy: words.percent(accuracy), loss: loss.toFixed(4) });
		const rows = classes.map((name, label) => {
			const row = confusion[label] ?? [];
			const count = row.reduce((sum, value) => sum + value, 0);
			return [name, count === 0 ? '–' : words.percent((row[label] ?? 0) / count)];
		});
		if (!terminal.isJson) terminal.line(inColumns(rows));
		return 0;
	} finally {
		await training.close();
		await source.release();
	}
}
