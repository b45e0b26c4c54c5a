import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { profiles } from './profiles.mjs';

/** What only the smoke test's variant may hold: names of its modules, and the old interfaces whose checks are weaker. */
const traces = [
	/oldPlatform/,
	/oldRuntime/,
	/registerFileProtocol/,
	/['"]new-window['"]/,
	/webSecurity\W{1,3}(?:false|!1)/,
	/contextIsolation\W{1,3}(?:false|!1)/,
	/nodeIntegration\W{1,3}(?:true|!0)/,
];

/** Lines that say which built program of the product holds which trace. */
export function findTestTraces() {
	const folder = join(projectFolder, profiles.product.folder, 'app');
	return readdirSync(folder)
		.filter((name) => /\.[cm]?js$/.test(name))
		.flatMap((name) => {
			const text = readFileSync(join(folder, name), 'utf8');
			return traces
				.filter((trace) => trace.test(text))
				.map((trace) => `${name} holds ${trace.source}, which belongs to the smoke test alone`);
		});
}
