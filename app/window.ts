import type { BrowserWindow, BrowserWindowConstructorOptions, Session, Shell } from 'electron';
import { isPageAddress, pageAddress } from './electron/page.ts';
import { refusePopUps } from './electron/platform.ts';

/** What every window of ours is made with: the page has no Node, no shared world with the preload script, and a sandbox. */
export function windowOptions(preload: string, icon: string): BrowserWindowConstructorOptions {
	return {
		width: 1360,
		height: 880,
		minWidth: 960,
		minHeight: 620,
		show: false,
		icon,
		backgroundColor: '#14161a',
		webPreferences: {
			preload,
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			webviewTag: false,
			spellcheck: false,
		},
	};
}

/** Keeps a window on the product's page: it neither navigates nor opens others. Links to the web go to the browser. */
export function fenceIn(window: BrowserWindow, shell: Pick<Shell, 'openExternal'>): void {
	const { webContents } = window;
	webContents.on('will-navigate', (event, address) => {
		if (!isPageAddress(address)) event.preventDefault();
	});
	webContents.on('will-attach-webview', (event) => event.preventDefault());
	refusePopUps(webContents, (address) => {
		if (address.startsWith('https://')) void shell.openExternal(address);
	});
}

/** The page asks for no camera, place or notification, so every such request is refused. */
export function refusePermissions(session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>): void {
	session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
	session.setPermissionCheckHandler(() => false);
}

/** Shows the page as soon as it has something to show. */
export function showPage(window: BrowserWindow): void {
	window.once('ready-to-show', () => window.show());
	void window.loadURL(pageAddress);
}
