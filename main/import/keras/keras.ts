import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8 } from 'fflate';
import { message } from '#shared/text/message.ts';
import { readHdf5 } from '../../export/keras/weightsFile.ts';
import { unpackZip } from '../archive.ts';
import type { ImportedNetwork, ImportedTensor, Importer } from '../importer.ts';
import { damaged, LIMITS, ValueBudget } from '../limits.ts';
import { flattenKeras } from './flatten.ts';
import { toNetwork, translateCalls } from './network.ts';
import { readTensor } from './readTensor.ts';

const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';
const LIMIT_OF: Readonly<Record<string, number>> = { [CONFIG]: LIMITS.description, [WEIGHTS]: LIMITS.file };

/** Keras 3's own file: a zip of the config and the weights. */
export const kerasImporter: Importer = {
	name: 'keras',
	title: message('importing.keras.title'),
	endings: ['.keras'],

	async read(path, signal): Promise<ImportedNetwork> {
		const { config, weights } = unpack(basename(path), await readFile(path));
		const flat = flattenKeras(JSON.parse(strFromU8(config)));
		signal?.throwIfAborted();
		const calls = translateCalls(flat);
		const folder = await mkdtemp(join(tmpdir(), 'layerloom-import-'));
		try {
			const file = join(folder, WEIGHTS);
			await writeFile(file, weights);
			const budget = new ValueBudget();
			return await readHdf5(file, (hdf5) =>
				toNetwork(flat, calls, ({ place }) => {
					const group = hdf5.get(place);
					const count = group && 'keys' in group ? group.keys().length : 0;
					return Array.from({ length: count }, (_, index): ImportedTensor => readTensor(hdf5, `${place}/${index}`, budget));
				}),
			);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	},
};

/** The two entries that are wanted; nothing else is unpacked, and sizes are checked before. */
function unpack(name: string, bytes: Uint8Array): { readonly config: Uint8Array; readonly weights: Uint8Array } {
	const entries = unpackZip(name, bytes, (entry) => {
		const limit = LIMIT_OF[entry];
		return limit === undefined ? null : { limit };
	});
	const [config, weights] = [entries.get(CONFIG), entries.get(WEIGHTS)];
	if (!config || !weights) throw damaged(name);
	return { config, weights };
}
