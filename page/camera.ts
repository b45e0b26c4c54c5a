import type { PageContent } from '#shared/pictures/pageContent.ts';
import { byId } from './dom.ts';

/** A pause between two answers, so that the page stays light. */
const PAUSE_MS = 150;

/** A button that turns the camera on and off; while it is on, `look` is asked about it again and again. */
export function openCamera(
	status: HTMLElement,
	words: PageContent['words'],
	look: (video: HTMLVideoElement) => Promise<void>,
): { readonly stop: () => void } {
	const video = byId('video', HTMLVideoElement);
	const button = byId('camera', HTMLButtonElement);
	let stream: MediaStream | null = null;
	const stop = (): void => {
		for (const track of stream?.getTracks() ?? []) track.stop();
		stream = null;
		video.srcObject = null;
		button.textContent = words.cameraOn;
	};
	const watch = async (own: MediaStream): Promise<void> => {
		while (stream === own) {
			if (video.videoWidth > 0) await look(video);
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		}
	};
	button.addEventListener('click', async () => {
		if (stream) {
			stop();
			return;
		}
		try {
			stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
			video.srcObject = stream;
			await video.play();
			button.textContent = words.cameraOff;
			void watch(stream);
		} catch {
			stop();
			status.textContent = words.noCamera;
		}
	});
	return { stop };
}
