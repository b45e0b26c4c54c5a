import { words } from '#main/words.ts';
import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import { type Message, message } from '#shared/text/message.ts';

/** Where a command writes; tests pass their own. */
export interface Streams {
	readonly out: { write(text: string): unknown };
	readonly err: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** 0 fine, 1 the document or data has errors, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command's voice: with `--json` the answer is the only thing on stdout, and everything said goes to stderr. */
export class Terminal {
	constructor(
		private readonly streams: Streams,
		readonly isJson: boolean,
	) {}

	/** A sentence for a person. */
	say(id: string, values?: Message['values']): void {
		this.line(words.text(message(id, values)));
	}

	line(text: string): void {
		(this.isJson ? this.streams.err : this.streams.out).write(`${text}\n`);
	}

	/** Something that went wrong: always on stderr. */
	complain(what: Message): void {
		this.streams.err.write(`${words.text(what)}\n`);
	}

	/** The machine-readable answer; nothing without `--json`. Infinity and NaN, which JSON lacks, become null. */
	answer(value: unknown): void {
		if (this.isJson) this.streams.out.write(`${JSON.stringify(value, null, '\t')}\n`);
	}

	/** A line that is drawn over; nothing where stderr is no terminal. */
	status(text: string): void {
		const { err } = this.streams;
		if (!err.isTTY) return;
		const width = err.columns ?? 80;
		err.write(`\r\x1b[2K${text.length < width ? text : text.slice(0, width - 1)}`);
	}

	clearStatus(): void {
		if (this.streams.err.isTTY) this.streams.err.write('\r\x1b[2K');
	}

	get hasStatus(): boolean {
		return this.streams.err.isTTY === true;
	}
}

/** A diagnostic in plain words, for `--json` and for a log. */
export function wordDiagnostic({ code, severity, place, title, text, received, expected, fixes }: Diagnostic) {
	const worded = (part: Message | null) => (part === null ? null : words.text(part));
	return {
		code,
		severity,
		place,
		title: words.text(title),
		text: words.text(text),
		received: worded(received),
		expected: worded(expected),
		fixes: fixes.map((fix) => ({ id: fix.id, label: words.text(fix.label), detail: worded(fix.detail) })),
	};
}
