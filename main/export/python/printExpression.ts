import { assertNever } from '#shared/assertNever.ts';
import type { Expression, Range } from '#shared/python/expression.ts';
import { isPrintable } from './plainText.ts';

/** Longest line without its comment. */
const LINE_WIDTH = 100;
const INDENT = '    ';

/** How tightly an expression holds together, from loose to tight. */
const SUM = 1;
const PRODUCT = 2;
const ATOM = 3;

/** One line of Python. */
export function printExpression(expression: Expression): string {
	return print(expression, 0);
}

/**
 * `prefix` and the expression in as many lines as it takes, indented by `depth` steps: where a call is too long for one line, each
 * of its arguments gets one.
 */
export function layOut(prefix: string, expression: Expression, depth: number, suffix = ''): readonly string[] {
	const before = INDENT.repeat(depth);
	const line = `${before}${prefix}${printExpression(expression)}`;
	const whole = `${line}${suffix}`;
	if (line.length <= LINE_WIDTH) return [whole];
	const parts = openUp(expression);
	if (!parts) return [whole];
	const inner = parts.items.flatMap(({ label, value }) => layOut(label, value, depth + 1, ','));
	return [`${before}${prefix}${parts.open}`, ...inner, `${before}${parts.close}${suffix}`];
}

interface Opened {
	readonly open: string;
	readonly items: readonly { readonly label: string; readonly value: Expression }[];
	readonly close: string;
}

function openUp(expression: Expression): Opened | null {
	switch (expression.kind) {
		case 'call': {
			const { callee, positional, named } = expression;
			// A layer that is made and called at once: its settings are what takes the room.
			if (callee.kind === 'call') {
				const inner = openUp(callee);
				return inner && { ...inner, close: `${inner.close}(${printArguments(expression)})` };
			}
			if (positional.length + named.length === 0) return null;
			return {
				open: `${print(callee, ATOM)}(`,
				items: [...positional.map((value) => ({ label: '', value })), ...named.map(([name, value]) => ({ label: `${name}=`, value }))],
				close: ')',
			};
		}
		case 'list':
		case 'tuple': {
			const [open, close] = expression.kind === 'list' ? ['[', ']'] : ['(', ')'];
			return { open, items: expression.items.map((value) => ({ label: '', value })), close };
		}
		case 'mapping':
			return { open: '{', items: expression.entries.map(([key, value]) => ({ label: `${printText(key)}: `, value })), close: '}' };
		default:
			return null;
	}
}

function print(expression: Expression, strength: number): string {
	switch (expression.kind) {
		case 'name':
			return expression.name;
		case 'number':
			return printNumber(expression.value, strength);
		case 'text':
			return printText(expression.value);
		case 'constant':
			return expression.value === null ? 'None' : expression.value ? 'True' : 'False';
		case 'list':
			return `[${printAll(expression.items)}]`;
		case 'tuple':
			return expression.items.length === 1 ? `(${printAll(expression.items)},)` : `(${printAll(expression.items)})`;
		case 'mapping':
			return `{${expression.entries.map(([key, value]) => `${printText(key)}: ${print(value, 0)}`).join(', ')}}`;
		case 'call':
			return `${print(expression.callee, ATOM)}(${printArguments(expression)})`;
		case 'member':
			return `${print(expression.of, ATOM)}.${expression.name}`;
		case 'cut':
			return `${print(expression.of, ATOM)}[${expression.ranges.map(printRange).join(', ')}]`;
		case 'copies':
			return `*(${print(expression.of, 0)} for _ in range(${expression.count}))`;
		case 'operation': {
			const own = expression.operator === '+' || expression.operator === '-' ? SUM : PRODUCT;
			const isCommutative = expression.operator === '+' || expression.operator === '*';
			const sides = expression.operands.map((operand, place) => print(operand, place === 0 || isCommutative ? own : own + 1));
			const text = sides.join(` ${expression.operator} `);
			return own < strength ? `(${text})` : text;
		}
		case 'incoming':
		case 'own':
			throw new Error(`an expression was printed with a part (${expression.kind}) still open`);
		default:
			return assertNever(expression);
	}
}

function printArguments({ positional, named }: Extract<Expression, { kind: 'call' }>): string {
	return [...positional.map((value) => print(value, 0)), ...named.map(([name, value]) => `${name}=${print(value, 0)}`)].join(', ');
}

function printAll(items: readonly Expression[]): string {
	return items.map((item) => print(item, 0)).join(', ');
}

function printRange([from, to]: Range): string {
	return `${from ?? ''}:${to ?? ''}`;
}

/** Twelve digits: what double precision adds behind them (0.010000000000000009) is nobody's setting. */
function printNumber(value: number, strength: number): string {
	if (value === Number.NEGATIVE_INFINITY) return 'float("-inf")';
	const text = String(Number(value.toPrecision(12)));
	return value < 0 && strength > 0 ? `(${text})` : text;
}

/** A Python string that means exactly this text, whatever is in it. */
export function printText(text: string): string {
	let inside = '';
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (character === '\\' || character === '"') inside += `\\${character}`;
		else if (character === '\n') inside += '\\n';
		else if (isPrintable(code)) inside += character;
		else inside += code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
	}
	return `"${inside}"`;
}

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, '0');
}
