import type { PageContent } from '#shared/pictures/pageContent.ts';
import { byId } from './dom.ts';

const LISTED = 10;

/** The classes by how likely they are, as bars; the first is announced. */
export function showAnswer(values: Float32Array, { classes, answersShares, words }: PageContent): void {
	const ranked = [...values.entries()].sort(([, a], [, b]) => b - a);
	const list = byId('answer', HTMLOListElement);
	const largest = Math.max(...values.map(Math.abs), 1e-9);
	const spell = (value: number): string => (answersShares ? `${(100 * value).toFixed(1)} %` : value.toPrecision(4));
	list.replaceChildren(
		...ranked.slice(0, LISTED).map(([place, value]) => {
			const row = document.createElement('li');
			const [name, bar, number] = ['span', 'div', 'span'].map((tag) => row.appendChild(document.createElement(tag)));
			const fill = bar?.appendChild(document.createElement('div'));
			if (name) name.textContent = classes[place] ?? String(place + 1);
			if (number) number.textContent = spell(value);
			if (fill) fill.style.width = `${100 * Math.max(0, answersShares ? value : value / largest)}%`;
			return row;
		}),
	);
	byId('more', HTMLElement).textContent = values.length > LISTED ? words.more.replace('{count}', String(values.length - LISTED)) : '';
	const [first] = ranked;
	if (first) {
		const said = words.answer.replace('{name}', classes[first[0]] ?? String(first[0] + 1)).replace('{share}', spell(first[1]));
		byId('said', HTMLElement).textContent = said;
	}
	document.body.dataset.answer = JSON.stringify([...values]);
}

/** The picture as the network takes it, each number one square. */
export function showSeen(numbers: Float32Array, { inputShape: [height, width, channels] }: PageContent): void {
	const canvas = byId('seen', HTMLCanvasElement);
	canvas.width = width;
	canvas.height = height;
	const image = new ImageData(width, height);
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let channel = 0; channel < 3; channel++) {
			image.data[pixel * 4 + channel] = 255 * (numbers[channels === 1 ? pixel : pixel * 3 + channel] ?? 0);
		}
		image.data[pixel * 4 + 3] = 255;
	}
	canvas.getContext('2d')?.putImageData(image, 0, 0);
	canvas.hidden = false;
}
