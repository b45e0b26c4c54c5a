import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { message } from '#shared/text/message.ts';
import type { ImportedNetwork, Importer } from '../importer.ts';
import { ValueBudget } from '../limits.ts';
import { readModel } from './model.ts';
import { toNetwork } from './network.ts';

/** Networks of PyTorch, of TensorFlow by tf2onnx, and of whatever else writes ONNX; channels come last here. */
export const onnxImporter: Importer = {
	name: 'onnx',
	title: message('importing.onnx.title'),
	endings: ['.onnx'],

	async read(path, signal): Promise<ImportedNetwork> {
		const file = await readFile(path, { signal });
		// A Buffer's `slice` shares memory, a plain array's copies.
		const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
		return toNetwork(await readModel(bytes, dirname(path), new ValueBudget(), signal));
	},
};
