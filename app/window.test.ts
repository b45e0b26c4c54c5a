import { EventEmitter } from 'node:events';
import type { BrowserWindow, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { fenceIn, refusePermissions, windowOptions } from './window.ts';

class FakeContents extends EventEmitter {
	popUp: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
	setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
		this.popUp = handler;
	}
}

function fenced() {
	const webContents = new FakeContents();
	const openExternal = vi.fn();
	fenceIn({ webContents } as unknown as BrowserWindow, { openExternal });
	return { webContents, openExternal };
}

it('the page runs in a sandbox, in a world of its own, without Node', () => {
	expect(windowOptions('preload.cjs', 'icon.png').webPreferences).toMatchObject({
		preload: 'preload.cjs',
		sandbox: true,
		contextIsolation: true,
		nodeIntegration: false,
		webviewTag: false,
	});
});

describe('fenceIn', () => {
	it.each([
		['https://example.org/', 1],
		['file:///etc/passwd', 1],
		['app://layerloom/index.html', 0],
	])('navigation to %s is refused %i times', (address, times) => {
		const { webContents } = fenced();
		const preventDefault = vi.fn();
		webContents.emit('will-navigate', { preventDefault }, address);
		expect(preventDefault).toHaveBeenCalledTimes(times);
	});

	it('no window opens from the page; a link to the web goes to the browser', () => {
		const { webContents, openExternal } = fenced();
		expect(webContents.popUp({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
		expect(openExternal).toHaveBeenCalledWith('https://example.org/');
	});

	it('an address that is not of the web goes nowhere', () => {
		const { webContents, openExternal } = fenced();
		expect(webContents.popUp({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
		expect(openExternal).not.toHaveBeenCalled();
	});
});

it('every permission that a page may ask for is refused', () => {
	let ask: (contents: null, permission: string, answer: (isGranted: boolean) => void) => void = () => {};
	let check = (): boolean => true;
	const session = {
		setPermissionRequestHandler: (handler: typeof ask) => {
			ask = handler;
		},
		setPermissionCheckHandler: (handler: typeof check) => {
			check = handler;
		},
	};
	refusePermissions(session as unknown as Session);
	const answer = vi.fn();
	ask(null, 'media', answer);
	expect(answer).toHaveBeenCalledWith(false);
	expect(check()).toBe(false);
});
