import { basename } from 'node:path';
import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import { readHdf5, readNames } from '../../export/keras/weightsFile.ts';
import { Problem } from '../../problem.ts';
import type { ImportedNetwork, Importer } from '../importer.ts';
import { flattenKeras } from '../keras/flatten.ts';
import { toNetwork, translateCalls, weightsByOutermost } from '../keras/network.ts';
import { readTensor } from '../keras/readTensor.ts';
import { ValueBudget } from '../limits.ts';

const WEIGHTS = 'model_weights';

/** Keras's form before `.keras`: one HDF5 file with the config as an attribute. */
export const h5Importer: Importer = {
	name: 'h5',
	title: message('importing.h5.title'),
	endings: ['.h5', '.hdf5'],

	async read(path): Promise<ImportedNetwork> {
		return readHdf5(path, (file) => {
			const config = file.attrs.model_config?.value;
			if (config === undefined) throw new Problem(message('importing.problem.weightsAlone', { name: basename(path) }));
			const flat = flattenKeras(JSON.parse(z.string().parse(config)));
			const version = file.attrs.keras_version?.value;
			const calls = translateCalls(flat, { steepHardSigmoid: typeof version === 'string' && /^[12]\./.test(version) });
			const budget = new ValueBudget();
			const weightsOf = weightsByOutermost(calls, (layer) => {
				const place = `${WEIGHTS}/${layer}`;
				return readNames(file, place, 'weight_names').map((weight) => readTensor(file, `${place}/${weight}`, budget));
			});
			return toNetwork(flat, calls, weightsOf);
		});
	},
};
