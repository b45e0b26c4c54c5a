import type { IpcMain, IpcMainEvent, MessagePortMain } from 'electron';
import { connectMessage } from '#shared/ipc/connect.ts';

/**
 * Takes the message channel that a page offers and hands it to `serve`. A channel from anything but the page itself is
 * closed unheard.
 */
export function acceptChannels(
	ipcMain: Pick<IpcMain, 'on'>,
	isTrusted: (event: IpcMainEvent) => boolean,
	serve: (port: MessagePortMain) => void,
): void {
	ipcMain.on(connectMessage, (event) => {
		const [port, ...others] = event.ports;
		for (const other of others) other.close();
		if (!port) return;
		if (isTrusted(event)) serve(port);
		else port.close();
	});
}
