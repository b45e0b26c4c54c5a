/** Filled in by its panel. */
export function ConfusionTab() {
	return null;
}
