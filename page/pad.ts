import type { PageContent } from '#shared/pictures/pageContent.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import { MNIST_THICKNESS, type Stroke } from '#shared/pictures/strokes.ts';
import { drawInk, pictureOf } from '../renderer/pictures/drawInk.ts';
import { byId } from './dom.ts';

/** A black pad for a white pen; a drawing becomes a picture as it does in the app. */
export function openPad([height, width, channels]: PageContent['inputShape'], onChange: (picture: Picture | null) => void): void {
	const canvas = byId('pad', HTMLCanvasElement);
	const context = canvas.getContext('2d');
	if (!context) return;
	let strokes: readonly Stroke[] = [];
	let isDown = false;
	const change = (drawn: readonly Stroke[]): void => {
		strokes = drawn;
		drawInk(context, strokes, MNIST_THICKNESS);
		onChange(pictureOf(strokes, MNIST_THICKNESS, { height, width, channels }));
	};
	const pointOf = (event: PointerEvent) => {
		const box = canvas.getBoundingClientRect();
		return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
	};
	canvas.addEventListener('pointerdown', (event) => {
		canvas.setPointerCapture(event.pointerId);
		isDown = true;
		change([...strokes, [pointOf(event)]]);
	});
	canvas.addEventListener('pointermove', (event) => {
		if (isDown) change([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), pointOf(event)]]);
	});
	for (const kind of ['pointerup', 'pointercancel'] as const) {
		canvas.addEventListener(kind, () => {
			isDown = false;
		});
	}
	byId('clear', HTMLButtonElement).addEventListener('click', () => change([]));
	drawInk(context, [], MNIST_THICKNESS);
}
