import type { NodeConfig } from '#shared/graph/document.ts';

type Pair = readonly [rows: number, columns: number];

/**
 * Growing by straight lines between the middles of cells, whose outermost cells reach to the edge, in layers of ours: every cell is repeated,
 * and a mean slides over the copies. Its window is as wide as a cell for odd factors; for even ones a second mean of two puts its weight in the
 * middle between copies. Places outside are left out of a mean, which says the same as copies of the edge do.
 */
export function halfPixelGrowth(size: Pair): readonly { readonly kind: string; readonly config: NodeConfig }[] {
	const isEven = size.map((factor) => factor % 2 === 0);
	const mean = (poolSize: readonly number[], pad: NodeConfig) => ({
		kind: 'averagePool2d',
		config: { poolSize, strides: [1, 1], padding: 'explicit', pad, countPadding: false },
	});
	const [before, after] = [
		size.map((factor, axis) => (isEven[axis] ? factor / 2 - 1 : (factor - 1) / 2)),
		size.map((factor, axis) => (isEven[axis] ? factor / 2 : (factor - 1) / 2)),
	];
	const [top = 0, left = 0] = before;
	const [bottom = 0, right = 0] = after;
	const [rows = false, columns = false] = isEven;
	return [
		{ kind: 'upSampling2d', config: { size: [...size], interpolation: 'nearest' } },
		mean([...size], { top, bottom, left, right }),
		...(rows || columns ? [mean([rows ? 2 : 1, columns ? 2 : 1], { top: rows ? 1 : 0, bottom: 0, left: columns ? 1 : 0, right: 0 })] : []),
	];
}
