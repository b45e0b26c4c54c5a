import { parse as parseCsv } from 'csv-parse/sync';
import { latexParser as latex } from 'latex-utensils';
import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { templates } from '../templates/templates.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { type LayerTable, layerTable } from './summary.ts';
import { tableText } from './tableText.ts';

const formatter = createFormatter('en', { ...english, ...layerTexts() });

/** Names that a table's signs could break. */
const names = [
	'a|b',
	'c\\|d',
	'_e_ and *f*',
	'`g` [h](i) <b>j</b> &amp; k',
	'50 % of $x$ & {y} #1 ~z^2 \\textbf',
	'two\nlines',
	'=1+1, "quoted"',
	'http://example.org www.example.org a@example.org',
];
const spelled = names.map((name) => name.replace('\n', ' '));

const tables: readonly LayerTable[] = templates.map((template) => {
	const document = template.build();
	const renamed = { ...document, nodes: document.nodes.map((node, place) => ({ ...node, name: names[place] ?? node.name })) };
	return layerTable(renamed, inferShapes(renamed, { dataset: null }));
});

/** What a Markdown cell shows, and the kinds of its parts. */
interface Shown {
	readonly text: string;
	readonly kinds: readonly string[];
}

function readMarkdown(text: string): readonly (readonly Shown[])[] {
	const blocks = lexer(text).filter(({ type }) => type !== 'space');
	expect(blocks.map(({ type }) => type)).toEqual(['table']);
	const [table] = blocks as unknown as readonly { readonly rows: readonly (readonly { readonly tokens: readonly Token[] }[])[] }[];
	return (table?.rows ?? []).map((row) =>
		row.map(({ tokens }) => ({ text: tokens.map((token) => token.text).join(''), kinds: tokens.map(({ type }) => type) })),
	);
}

interface Token {
	readonly type: string;
	readonly text: string;
}

/** Cells of a `tabular`, one list for each row, and the commands that are no escapes. */
function readLatex(text: string): { readonly rows: readonly (readonly string[])[]; readonly commands: ReadonlySet<string> } {
	const [environment] = latex.parse(text).content;
	if (!environment || !latex.isEnvironment(environment)) throw new Error('expected an environment');
	const commands = new Set<string>();
	const rows: string[][] = [['']];
	const write = (letters: string) => {
		const row = rows.at(-1) as string[];
		row.push((row.pop() ?? '') + letters);
	};
	const spellings: Readonly<Record<string, string>> = { textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', times: '×' };
	const read = (nodes: readonly latex.Node[]): void => {
		for (const node of nodes) {
			if (latex.isTextString(node)) write(node.content);
			else if (latex.isSpace(node) || latex.isSoftbreak(node)) write(' ');
			else if (latex.isAlignmentTab(node)) rows.at(-1)?.push('');
			else if (latex.isLinebreak(node)) rows.push(['']);
			else if (latex.isInlineMath(node)) read(node.content);
			else if (latex.isCommand(node)) {
				if (node.name === 'hline') continue;
				const letter = spellings[node.name];
				if (letter === undefined && node.name.length > 1) commands.add(node.name);
				write(letter ?? node.name);
			}
		}
	};
	read(environment.content);
	return { rows: rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.length > 1), commands };
}

describe('a copied table', () => {
	it.each(tables.map((table, place) => [templates[place]?.name ?? '', table] as const))(
		'of %s is read by other programs as it was written',
		(_name, table) => {
			const expected = table.rows.map(({ name, copies }) => `${name.replace('\n', ' ')}${copies > 1 ? ` ×${copies}` : ''}`);

			const csv: string[][] = parseCsv(tableText(table, 'csv', formatter), { record_delimiter: '\r\n', relax_column_count: false });
			expect(csv.slice(1).map(([name]) => name?.replace(/^'/, ''))).toEqual(expected);
			expect(csv.slice(1).map((row) => Number(row[3]))).toEqual(table.rows.map(({ weights }) => weights));

			const markdown = readMarkdown(tableText(table, 'markdown', formatter));
			expect(markdown.slice(0, -1).map(([name]) => name?.text)).toEqual(expected);
			expect(new Set(markdown.flatMap((row) => row.flatMap(({ kinds }) => kinds)))).toEqual(new Set(['text', 'escape']));
			expect(new Set(markdown.map((row) => row.length))).toEqual(new Set([6]));

			const { rows, commands } = readLatex(tableText(table, 'latex', formatter));
			expect(rows.slice(1, -1).map(([name]) => name)).toEqual(expected);
			expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
			expect(commands).toEqual(new Set());
		},
	);

	it('holds names with all the signs that mean something in one of the formats', () => {
		expect(tables[0]?.rows.slice(0, names.length).map(({ name }) => name.replace('\n', ' '))).toEqual(spelled);
	});
});
