import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainEvent } from 'electron';
import { expect, it, vi } from 'vitest';
import { acceptChannels } from './ipc.ts';

function connect(isTrusted: boolean, ports: readonly { close: () => void }[]) {
	const ipcMain = new EventEmitter();
	const serve = vi.fn();
	acceptChannels(ipcMain as unknown as Pick<IpcMain, 'on'>, () => isTrusted, serve);
	ipcMain.emit('layerloom:connect', { ports } as unknown as IpcMainEvent);
	return serve;
}

it('the channel of the page is served', () => {
	const port = { close: vi.fn() };
	expect(connect(true, [port])).toHaveBeenCalledWith(port);
	expect(port.close).not.toHaveBeenCalled();
});

it('a channel from anywhere else is closed unheard', () => {
	const port = { close: vi.fn() };
	expect(connect(false, [port])).not.toHaveBeenCalled();
	expect(port.close).toHaveBeenCalledOnce();
});

it('a message without a channel does nothing, and of several only the first counts', () => {
	expect(connect(true, [])).not.toHaveBeenCalled();
	const ports = [{ close: vi.fn() }, { close: vi.fn() }];
	expect(connect(true, ports)).toHaveBeenCalledTimes(1);
	expect(ports[1]?.close).toHaveBeenCalledOnce();
});
