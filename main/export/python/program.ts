import type { Expression } from '#shared/python/expression.ts';
import { plainText } from './plainText.ts';
import { layOut } from './printExpression.ts';

const INDENT = '    ';

/** Lines of a Python program, indented as blocks open and close. */
export class Program {
	readonly #lines: string[] = [];
	#depth = 0;

	line(text = ''): this {
		this.#lines.push(text === '' ? '' : INDENT.repeat(this.#depth) + text);
		return this;
	}

	/** Lines that are Python already, indented as here. */
	lines(source: string): this {
		for (const text of source.split('\n')) this.line(text);
		return this;
	}

	/** `name = expression  # comment`, in as many lines as it takes. */
	statement(before: string, expression: Expression, comment: string | null = null): this {
		this.#lines.push(...layOut(before, expression, this.#depth, comment === null ? '' : `  # ${plainText(comment)}`));
		return this;
	}

	/** Paragraphs of one line each. */
	docstring(...paragraphs: readonly string[]): this {
		const [first = '', ...rest] = paragraphs.map(plainText);
		if (rest.length === 0) return this.line(`"""${first}"""`);
		this.line(`"""${first}`);
		for (const text of rest) this.line().line(text);
		return this.line('"""');
	}

	/** `header` and what `write` adds, one step further in. */
	block(header: string, write: () => void): this {
		this.line(header);
		this.#depth++;
		write();
		this.#depth--;
		return this;
	}

	toString(): string {
		return `${this.#lines.join('\n')}\n`;
	}
}
