/** A pen's way over the pad, in shares of its side: (0, 0) top left, (1, 1) bottom right. */
export type Stroke = readonly StrokePoint[];

export interface StrokePoint {
	readonly x: number;
	readonly y: number;
}

/** MNIST's digits fill a box of 20 of 28 pixels; LeCun et al. 1998. */
const BOX = 20 / 28;
/** And are about this thick. */
export const MNIST_THICKNESS = 2.6 / 28;

/**
 * Moves and scales a drawing as the digits of MNIST are: its longer side, pen included, fills 20 of 28 pixels, and its centre of mass lies in the middle, as
 * far as nothing is cut off. A dot is only moved.
 */
export function centreStrokes(strokes: readonly Stroke[], thickness: number): readonly Stroke[] {
	const points = strokes.flat();
	if (points.length === 0) return strokes;
	const xs = points.map((point) => point.x);
	const ys = points.map((point) => point.y);
	const side = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
	const scale = side > 0.01 ? (BOX - thickness) / side : 1;
	const centre = centreOfMass(strokes);
	const shiftX = keepInside(xs, scale, 0.5 - centre.x * scale, thickness);
	const shiftY = keepInside(ys, scale, 0.5 - centre.y * scale, thickness);
	return strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x * scale + shiftX, y: y * scale + shiftY })));
}

/** The shift nearest to the wanted one that leaves a pixel's breadth free at both edges. */
function keepInside(values: readonly number[], scale: number, shift: number, thickness: number): number {
	const margin = 1 / 28 + thickness / 2;
	const first = Math.min(...values) * scale;
	const last = Math.max(...values) * scale;
	return last - first > 1 - 2 * margin ? shift : Math.min(Math.max(shift, margin - first), 1 - margin - last);
}

/** Mean of the ink: segments weigh as much as they are long. */
function centreOfMass(strokes: readonly Stroke[]): StrokePoint {
	let mass = 0;
	let x = 0;
	let y = 0;
	const weigh = (from: StrokePoint, to: StrokePoint): void => {
		// A dot has some ink as well.
		const length = Math.max(Math.hypot(to.x - from.x, to.y - from.y), 1e-6);
		mass += length;
		x += (length * (from.x + to.x)) / 2;
		y += (length * (from.y + to.y)) / 2;
	};
	for (const stroke of strokes) {
		stroke.forEach((point, index) => {
			const before = stroke[index - 1] ?? point;
			weigh(before, point);
		});
	}
	return { x: x / mass, y: y / mass };
}

/** Mean of each `factor` × `factor` block: 112 × 112 grey values and 4 give 28 × 28. */
export function shrink(grey: Uint8Array, width: number, height: number, factor: number): Uint8Array {
	const columns = width / factor;
	const rows = height / factor;
	const small = new Uint8Array(columns * rows);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			let sum = 0;
			for (let dy = 0; dy < factor; dy++) {
				for (let dx = 0; dx < factor; dx++) sum += grey[(row * factor + dy) * width + column * factor + dx] ?? 0;
			}
			small[row * columns + column] = Math.round(sum / (factor * factor));
		}
	}
	return small;
}
