/** The first `most` samples of each class, in class order; a class without samples has an empty row. */
export function groupByClass<Sample extends { readonly label: number }>(
	samples: readonly Sample[],
	classes: number,
	most: number,
): readonly (readonly Sample[])[] {
	const groups: Sample[][] = Array.from({ length: classes }, () => []);
	for (const sample of samples) {
		const group = groups[sample.label];
		if (group && group.length < most) group.push(sample);
	}
	return groups;
}
