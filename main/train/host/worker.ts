import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { giveWay } from './priority.ts';
import { serveHost } from './serveHost.ts';

/** Built as its neighbour. */
const augmentWorker = fileURLToPath(new URL(`./augment${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

/** Entry of the engine host, as a thread or as a forked process. */
giveWay(parentPort !== null);
if (parentPort) {
	const port = parentPort;
	serveHost(
		(message) => port.postMessage(message),
		(listener) => void port.on('message', listener),
		augmentWorker,
	);
} else {
	// The program is gone: nobody is left to train for.
	process.on('disconnect', () => process.exit());
	serveHost(
		(message) => void process.send?.(message),
		(listener) => void process.on('message', listener),
		augmentWorker,
	);
}
