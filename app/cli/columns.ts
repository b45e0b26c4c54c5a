/** A table in plain text: the first column to the left, numbers to the right, two spaces between. */
export function inColumns(rows: readonly (readonly string[])[], alignLeft: ReadonlySet<number> = new Set([0])): string {
	const widths: number[] = [];
	for (const row of rows) {
		for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
	}
	return rows
		.map((row) =>
			row
				.map((text, column) => (alignLeft.has(column) ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
