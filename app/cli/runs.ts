import type { Training } from '#main/services/training.ts';
import { words } from '#main/words.ts';
import { message } from '#shared/text/message.ts';
import type { RunSummary } from '#shared/training/event.ts';
import { inColumns } from './columns.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Names, words and ids; the numbers between are to the right. */
const LEFT = new Set([0, 1, 2, 3]);

/** `layerloom runs`: what was trained on this machine, starred runs first, each part newest first; with `--json` everything that is known. */
export async function listRuns(training: Training, terminal: Terminal): Promise<ExitCode> {
	const runs = [...(await training.list(null))].sort((a, b) => Number(b.isStarred) - Number(a.isStarred));
	terminal.answer(runs);
	if (terminal.isJson) return 0;
	if (runs.length === 0) terminal.say('cli.runs.none');
	else terminal.line(inColumns([headings(), ...runs.map(rowOf)], LEFT));
	return 0;
}

const columns = ['run', 'network', 'name', 'status', 'epochs', 'accuracy', 'hash'] as const;

function headings(): readonly string[] {
	return columns.map((column) => words.text(message(`cli.runs.column.${column}`)));
}

function rowOf({ id, documentName, name, isStarred, status, epochs, evaluation, weightsHash }: RunSummary): readonly string[] {
	return [
		id,
		documentName,
		isStarred ? `★ ${name}` : name,
		words.text(message(`runs.status.${status}`)),
		words.count(epochs.length),
		evaluation ? words.percent(evaluation.accuracy) : '–',
		weightsHash?.slice(0, 12) ?? '–',
	];
}
