import type { Formatter } from '../text/formatter.ts';
import { message } from '../text/message.ts';
import type { LayerRow, LayerTable } from './summary.ts';

/** How a table of layers is copied. */
export type TableFormat = 'markdown' | 'csv' | 'latex';

interface Column {
	readonly id: string;
	readonly isNumber: boolean;
	/** For people: `26 × 26 × 32`. */
	readonly text: (row: LayerRow, formatter: Formatter) => string;
	/** For programs: `26x26x32`, plain digits. */
	readonly plain: (row: LayerRow, formatter: Formatter) => string;
	readonly total?: (table: LayerTable) => number;
}

/** `conv 2 ×3` where it is there three times; in one line. */
export function rowName({ name, copies }: LayerRow): string {
	const line = name.replace(/\s*[\r\n]+\s*/g, ' ');
	return copies > 1 ? `${line} ×${copies}` : line;
}

const columns: readonly Column[] = [
	{ id: 'name', isNumber: false, text: rowName, plain: rowName },
	{ id: 'kind', isNumber: false, text: (row, { text }) => text(row.title), plain: (row) => row.kind },
	{ id: 'output', isNumber: false, text: (row, { shape }) => shape(row.output), plain: (row) => row.output?.join('x') ?? '' },
	{
		id: 'weights',
		isNumber: true,
		text: (row, { count }) => count(row.weights),
		plain: (row) => String(row.weights),
		total: ({ totals }) => totals.weights,
	},
	{
		id: 'multiplyAdds',
		isNumber: true,
		text: (row, { count }) => count(row.multiplyAdds),
		plain: (row) => String(row.multiplyAdds),
		total: ({ totals }) => totals.multiplyAdds,
	},
	{
		id: 'receptiveField',
		isNumber: false,
		text: (row, { shape }) => (row.receptiveField ? shape(row.receptiveField) : ''),
		plain: (row) => row.receptiveField?.join('x') ?? '',
	},
];

/** The table as text to paste into a report (Markdown, LaTeX) or a spreadsheet (CSV, RFC 4180). Ends in a newline. */
export function tableText(table: LayerTable, format: TableFormat, formatter: Formatter): string {
	switch (format) {
		case 'markdown':
			return markdown(table, formatter);
		case 'csv':
			return csv(table, formatter);
		case 'latex':
			return latex(table, formatter);
	}
}

function headings(formatter: Formatter): readonly string[] {
	return columns.map(({ id }) => formatter.text(message(`table.${id}`)));
}

/** The last line: "total", then sums under the columns that have one. */
function totalCells(table: LayerTable, formatter: Formatter): readonly string[] {
	return columns.map(({ total }, index) =>
		index === 0 ? formatter.text(message('table.total')) : total ? formatter.count(total(table)) : '',
	);
}

function bodyCells(table: LayerTable, formatter: Formatter): readonly (readonly string[])[] {
	return table.rows.map((row) => columns.map(({ text }) => text(row, formatter)));
}

function markdown(table: LayerTable, formatter: Formatter): string {
	const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
	const rule = `|${columns.map(({ isNumber }) => (isNumber ? '--:' : '---')).join('|')}|`;
	return `${[line(headings(formatter)), rule, ...bodyCells(table, formatter).map(line), line(totalCells(table, formatter))].join('\n')}\n`;
}

/** Signs that GitHub's Markdown would take for more than themselves. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_[\]<>&|~@]|:(?=\/\/)|(?<=www)\./g, '\\$&');
}

function csv(table: LayerTable, formatter: Formatter): string {
	// A leading sign would make a spreadsheet take the name for a formula.
	const safe = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
	const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
	const rows = [columns.map(({ id }) => id), ...table.rows.map((row) => columns.map(({ plain }) => safe(plain(row, formatter))))];
	return `${rows.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function latex(table: LayerTable, formatter: Formatter): string {
	const line = (cells: readonly string[]) => `\t${cells.map(escapeLatex).join(' & ')} \\\\`;
	return [
		`\\begin{tabular}{${columns.map(({ isNumber }) => (isNumber ? 'r' : 'l')).join('')}}`,
		'\t\\hline',
		line(headings(formatter)),
		'\t\\hline',
		...bodyCells(table, formatter).map(line),
		'\t\\hline',
		line(totalCells(table, formatter)),
		'\t\\hline',
		'\\end{tabular}',
		'',
	].join('\n');
}

const latexSpecials: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

function escapeLatex(text: string): string {
	return text
		.replace(/[\\~^]|[&%$#_{}]/g, (char) => latexSpecials[char] ?? `\\${char}`)
		.replaceAll('\u2009×\u2009', ' $\\times$ ')
		.replaceAll('×', '$\\times$');
}
