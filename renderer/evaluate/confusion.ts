/** Rows are true classes, columns the answers; counts. */
export type Confusion = readonly (readonly number[])[];

export function countTested(confusion: Confusion): number {
	return confusion.reduce((sum, row) => sum + rowTotal(row), 0);
}

export function countRight(confusion: Confusion): number {
	return confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
}

export function rowTotal(row: readonly number[]): number {
	return row.reduce((sum, count) => sum + count, 0);
}

/** Share of a class that was answered right; `null` for a class without test images. */
export function classAccuracy(row: readonly number[], label: number): number | null {
	const total = rowTotal(row);
	return total === 0 ? null : (row[label] ?? 0) / total;
}

export interface MixUp {
	readonly label: number;
	readonly answer: number;
	readonly count: number;
}

/** What is mixed up most often, the worst first; classes in order where counts are equal. */
export function findMixUps(confusion: Confusion, most: number): readonly MixUp[] {
	return confusion
		.flatMap((row, label) => row.map((count, answer): MixUp => ({ label, answer, count })))
		.filter((cell) => cell.label !== cell.answer && cell.count > 0)
		.sort((a, b) => b.count - a.count)
		.slice(0, most);
}
