import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { giveWaySwitch } from './link.ts';
import { giveWay } from './priority.ts';
import { serveHost } from './serveHost.ts';

/** Built beside this file. */
const neighbour = (name: string): string => fileURLToPath(new URL(`./${name}${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
const augmentWorker = neighbour('augment');
const decodeWorker = neighbour('decode');

/** Entry of the engine host, as a thread or as a forked process. */
if (process.argv.includes(giveWaySwitch)) giveWay(parentPort !== null);
if (parentPort) {
	const port = parentPort;
	serveHost(
		(message) => port.postMessage(message),
		(listener) => void port.on('message', listener),
		augmentWorker,
		decodeWorker,
	);
} else {
	// The program is gone: nobody is left to train for.
	process.on('disconnect', () => process.exit());
	serveHost(
		(message) => void process.send?.(message),
		(listener) => void process.on('message', listener),
		augmentWorker,
		decodeWorker,
	);
}
