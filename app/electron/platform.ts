import { readFile } from 'node:fs/promises';
import type { IpcMainEvent, Protocol, WebContents } from 'electron';
import { findPageFile, isPageAddress, pageScheme } from './page.ts';

/** The calls that differ between generations of Electron, gathered so that a build for an old one replaces this module alone. */

/** The built program of the engine host. */
export const workerFile = 'worker.mjs';

/** Serves the built page under its own scheme. */
export function servePage(protocol: Protocol, pageFolder: string): void {
	protocol.handle(pageScheme, async (request) => {
		const file = findPageFile(pageFolder, request.url);
		const bytes = file && (await readFile(file.path).catch(() => null));
		return file && bytes ? new Response(new Uint8Array(bytes), { headers: { ...file.headers } }) : new Response(null, { status: 404 });
	});
}

/** No page opens a window; `open` decides what to do with the address instead. */
export function refusePopUps(contents: WebContents, open: (address: string) => void): void {
	contents.setWindowOpenHandler(({ url }) => {
		open(url);
		return { action: 'deny' };
	});
}

/** Whether a message comes from the page itself: the main frame of a window that shows an address of ours. */
export function isFromPage(event: IpcMainEvent): boolean {
	const { senderFrame } = event;
	return senderFrame !== null && senderFrame.parent === null && isPageAddress(senderFrame.url);
}
