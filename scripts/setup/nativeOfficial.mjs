import { delimiter, join } from 'node:path';
import { modulesFolder } from './places.mjs';
import { explain, run } from './run.mjs';
import { inMegabytes, say, sayProgress } from './say.mjs';
import { measure } from './wheel.mjs';

/**
 * The engine package's own installer: downloads TensorFlow's library and the binding that fits it, into the package.
 * @param {{ engineFolder: string }} places
 * @returns {Promise<{ how: string, isInPlace: true } | { reason: string }>}
 */
export async function installOfficialEngine({ engineFolder }) {
	say('Native engine: trying the official download of TensorFlow.');
	let seen = -1;
	const result = await run(process.execPath, [join('scripts', 'install.js')], {
		folder: engineFolder,
		environment: { PATH: `${join(modulesFolder, '.bin')}${delimiter}${process.env.PATH ?? ''}` },
		limitMs: 30 * 60_000,
		stallMs: 60_000,
		hasMoved: () => {
			const bytes = measure(join(engineFolder, 'deps')) + measure(join(engineFolder, 'lib'));
			const moved = bytes !== seen;
			seen = bytes;
			if (bytes > 0) sayProgress(`  TensorFlow: ${inMegabytes(bytes)} unpacked so far`);
			return moved;
		},
	});
	return result.ok ? { how: 'official download', isInPlace: true } : { reason: `the official download was refused (${explain(result)})` };
}
