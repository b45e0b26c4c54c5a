import { ipcRenderer } from 'electron';
import { connectMessage } from '#shared/ipc/connect.ts';

/** Hands the page's end of a message channel to the main process. The page gets nothing else of Electron. */
window.addEventListener('message', (event) => {
	const [port] = event.ports;
	if (event.source === window && event.data === connectMessage && port) ipcRenderer.postMessage(connectMessage, null, [port]);
});
