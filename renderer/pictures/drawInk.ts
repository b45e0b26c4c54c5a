import type { Picture } from '#shared/pictures/pixels.ts';
import { centreStrokes, type Stroke, shrink } from '#shared/pictures/strokes.ts';

/** Drawn larger and averaged, so that edges are as soft as those of scanned ink. */
const FINER = 4;

/** Draws strokes in soft white on black over the whole canvas. `thickness` is a share of its shorter side. */
export function drawInk(context: CanvasRenderingContext2D, strokes: readonly Stroke[], thickness: number): void {
	const { width, height } = context.canvas;
	const side = Math.min(width, height);
	context.fillStyle = '#000';
	context.fillRect(0, 0, width, height);
	context.strokeStyle = '#fff';
	context.lineCap = 'round';
	context.lineJoin = 'round';
	context.lineWidth = thickness * side;
	context.shadowColor = '#fff';
	context.shadowBlur = thickness * side * 0.25;
	for (const stroke of strokes) {
		const [first, ...rest] = stroke;
		if (!first) continue;
		context.beginPath();
		context.moveTo(first.x * width, first.y * height);
		// A dot needs a way to be drawn along, however short.
		if (rest.length === 0) context.lineTo(first.x * width + 0.01, first.y * height);
		for (const point of rest) context.lineTo(point.x * width, point.y * height);
		context.stroke();
	}
}

/** The drawing at the size that the network takes; `null` while nothing is drawn. One channel is centred as MNIST's digits are. */
export function pictureOf(
	strokes: readonly Stroke[],
	thickness: number,
	size: { readonly height: number; readonly width: number; readonly channels: number },
): Picture | null {
	if (strokes.length === 0) return null;
	const canvas = document.createElement('canvas');
	canvas.width = size.width * FINER;
	canvas.height = size.height * FINER;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) return null;
	drawInk(context, size.channels === 1 ? centreStrokes(strokes, thickness) : strokes, thickness);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	const grey = Uint8Array.from({ length: canvas.width * canvas.height }, (_, pixel) => data[pixel * 4] ?? 0);
	const small = shrink(grey, canvas.width, canvas.height, FINER);
	if (size.channels === 1) return { width: size.width, height: size.height, channels: 1, data: small };
	const colours = Uint8Array.from({ length: small.length * 3 }, (_, index) => small[Math.floor(index / 3)] ?? 0);
	return { width: size.width, height: size.height, channels: 3, data: colours };
}
