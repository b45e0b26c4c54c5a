import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { message } from '#shared/text/message.ts';
import type { Terminal } from './terminal.ts';

const LISTED = 20;

/** Pictures that are left out or scaled, by name; a note, not an error. */
export function tellDataProblems({ problems, problemCount, title }: DatasetDescription, terminal: Terminal): void {
	if (problemCount === 0) return;
	terminal.complain(message('cli.data.problems', { count: problemCount, title }));
	for (const { file, detail } of problems.slice(0, LISTED)) terminal.complain(message('cli.data.problem', { file, detail }));
	const more = problemCount - Math.min(LISTED, problems.length);
	if (more > 0) terminal.complain(message('cli.data.more', { count: more }));
}
