import type { IpcMainEvent, Protocol, WebContents } from 'electron';
import { findPageFile, isPageAddress, pageScheme } from '#app/electron/page.ts';

/** Takes the place of app/electron/platform.ts in the smoke test's build, for an Electron 9 that lacks today's calls. */

export const workerFile = 'worker.js';

interface OldProtocol {
	registerFileProtocol(
		scheme: string,
		handler: (
			request: { url: string },
			answer: (file: { path: string; headers: object; mimeType: string } | { error: number }) => void,
		) => void,
	): void;
}

export function servePage(protocol: Protocol, pageFolder: string): void {
	const old = protocol as unknown as OldProtocol;
	const fileNotFound = -6;
	old.registerFileProtocol(pageScheme, (request, answer) => {
		const file = findPageFile(pageFolder, request.url);
		answer(file ? { path: file.path, headers: file.headers, mimeType: file.type } : { error: fileNotFound });
	});
}

export function refusePopUps(contents: WebContents, open: (address: string) => void): void {
	const old = contents as unknown as { on(name: 'new-window', listener: (event: Event, address: string) => void): void };
	old.on('new-window', (event, address) => {
		event.preventDefault();
		open(address);
	});
}

export function isFromPage(event: IpcMainEvent): boolean {
	return isPageAddress(event.sender.getURL());
}
