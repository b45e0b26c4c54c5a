/** Filled in by its panel. */
export function ExportDialog() {
	return null;
}
