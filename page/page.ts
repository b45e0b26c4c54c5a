import './page.css';
import { type PageContent, pageContentSchema } from '#shared/pictures/pageContent.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import { scalePicture } from '#shared/pictures/scalePicture.ts';
import { readPicture, takePicture } from '../renderer/pictures/readPicture.ts';
import { openCamera } from './camera.ts';
import { byId } from './dom.ts';
import { type Answer, openModel } from './model.ts';
import { openPad } from './pad.ts';
import { showAnswer, showSeen } from './show.ts';
import { openTabs } from './tabs.ts';
import { openTheme } from './theme.ts';

/** Starts the page of an export: the network, then the ways to give it a picture. */
async function start(): Promise<void> {
	openTheme(byId('theme', HTMLButtonElement));
	const content = pageContentSchema.parse(JSON.parse(byId('content', HTMLScriptElement).text));
	const { words } = content;
	const status = byId('status', HTMLElement);
	status.textContent = words.starting;
	try {
		const answer = await openModel(content, decode(byId('weights', HTMLScriptElement).text.trim()));
		status.textContent = words.ready;
		openSources(content, answer, status);
		document.body.dataset.state = 'ready';
	} catch (error) {
		status.textContent = `${words.failed} ${error instanceof Error ? error.message : ''}`;
		document.body.dataset.state = 'failed';
	}
}

function openSources(content: PageContent, answer: Answer, status: HTMLElement): void {
	const { inputShape, words } = content;
	let asked = 0;
	const ask = async (picture: Picture | null): Promise<void> => {
		if (picture === null) return;
		const turn = ++asked;
		const numbers = scalePicture(picture, inputShape, inputShape);
		const values = await answer(numbers);
		// A later picture may have overtaken this one.
		if (turn !== asked) return;
		showSeen(numbers, content);
		showAnswer(values, content);
	};
	const open = async (file: File | null | undefined): Promise<void> => {
		if (!file) return;
		const read = await readPicture(file);
		if (!read) {
			status.textContent = words.unreadable.replace('{name}', file.name);
			return;
		}
		status.textContent = `${file.name}, ${read.width} × ${read.height}`;
		await ask(read.picture);
	};
	const input = byId('file', HTMLInputElement);
	input.addEventListener('change', () => void open(input.files?.[0]));
	const drop = byId('drop', HTMLElement);
	for (const kind of ['dragenter', 'dragover'] as const) {
		document.addEventListener(kind, (event) => {
			event.preventDefault();
			drop.dataset.over = '';
		});
	}
	document.addEventListener('dragleave', (event) => {
		if (event.relatedTarget === null) delete drop.dataset.over;
	});
	document.addEventListener('drop', (event) => {
		event.preventDefault();
		delete drop.dataset.over;
		void open(event.dataTransfer?.files[0]);
	});
	document.addEventListener('paste', (event) => void open(event.clipboardData?.files[0]));
	const camera = openCamera(status, words, (video) => ask(takePicture(video, video.videoWidth, video.videoHeight)));
	openPad(inputShape, (picture) => void ask(picture));
	openTabs((tab) => {
		status.textContent = '';
		if (tab !== 'camera') camera.stop();
	});
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64);
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	return bytes;
}

void start();
