/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
	readonly line: number;
	readonly column: number;
	/** Nothing but the beginning of a value stands after it: the text was cut off. */
	readonly isAtEnd: boolean;
}

/**
 * Finds the first place at which a text stops being JSON; `null` for good JSON. `JSON.parse` says where in some engines and
 * messages only, so the text is walked once more, without recursion.
 */
export function findJsonFault(text: string): JsonFault | null {
	const fault = faultOffset(text);
	if (fault === null) return null;
	const before = text.slice(0, fault).split('\n');
	const isAtEnd = /^\\?[\w.+-]*$/.test(text.slice(fault, fault + 20).trim());
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, isAtEnd };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

function faultOffset(text: string): number | null {
	let at = 0;
	/** Open brackets, innermost last. */
	const open: ('{' | '[')[] = [];
	let expects: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'after' = 'value';

	const match = (pattern: RegExp): boolean => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (!found || found[0] === '') return false;
		at += found[0].length;
		return true;
	};
	/** Character by character: a pattern over a text of megabytes would exhaust the stack of its engine. */
	const matchString = (): boolean => {
		if (text[at] !== '"') return false;
		at++;
		while (text[at] !== '"') {
			const code = text.charCodeAt(at);
			if (text[at] === '\\') {
				if (!match(ESCAPE)) return false;
			} else if (code >= 0x20) at++;
			// The end of the text or of a line inside the string.
			else return false;
		}
		at++;
		return true;
	};
	const skipSpace = (): void => {
		match(SPACE);
	};

	for (;;) {
		skipSpace();
		const char = text[at];
		if (expects === 'after') {
			const inside = open.at(-1);
			if (inside === undefined) return char === undefined ? null : at;
			if (char === ',') {
				at++;
				expects = inside === '{' ? 'key' : 'value';
			} else if (char === (inside === '{' ? '}' : ']')) {
				at++;
				open.pop();
			} else return at;
		} else if (expects === 'key' || expects === 'keyOrEnd') {
			if (char === '}' && expects === 'keyOrEnd') {
				at++;
				open.pop();
				expects = 'after';
				continue;
			}
			if (!matchString()) return at;
			skipSpace();
			if (text[at] !== ':') return at;
			at++;
			expects = 'value';
		} else if (char === ']' && expects === 'valueOrEnd') {
			at++;
			open.pop();
			expects = 'after';
		} else if (char === '{' || char === '[') {
			at++;
			open.push(char);
			expects = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
		} else if (char === '"' ? matchString() : match(NUMBER) || match(WORD)) {
			expects = 'after';
		} else return at;
	}
}
