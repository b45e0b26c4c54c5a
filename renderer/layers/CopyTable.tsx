/** Copies the table for a report, once the summary is there. */
export function CopyTable() {
	return null;
}
