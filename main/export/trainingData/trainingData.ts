import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { splitSamples } from '#main/train/sampleOrder.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { ExportModel } from '../exporter.ts';
import { type NamedArray, writeNpz } from './npz.ts';

const ARRAYS = 'data.npz';
const LISTING = 'samples.csv';

/** What a training program finds its samples by: arrays beside it, a list of files in a folder, or nothing. */
export type DataForm = 'arrays' | 'listing' | 'none';

/**
 * Writes the samples that the run was trained, validated and tested on, split as the run split them: packed data whole, a folder of
 * pictures as a list of files, without the place of the folder on this machine.
 */
export async function writeTrainingData(
	model: ExportModel,
	folder: string,
	signal?: AbortSignal,
): Promise<{ readonly form: DataForm; readonly files: readonly string[] }> {
	const data = (await model.readData?.(signal)) ?? null;
	if (data === null) return { form: 'none', files: [] };
	const { training } = model.plan.document;
	const split = splitSamples(data.train.labels, training.validationShare, model.plan.seed);
	const parts = [
		{ name: 'train', set: data.train, indices: split.train },
		{ name: 'validation', set: data.train, indices: split.validation },
		{ name: 'test', set: data.test, indices: Int32Array.from({ length: data.test.count }, (_, index) => index) },
	];
	const names = data.train.names !== null && data.test.names !== null;
	if (names) {
		const lines = parts.flatMap(({ name, set, indices }) =>
			[...indices].map((index) => [name, String(set.labels[index] ?? 0), set.names?.[index] ?? ''].map(quote).join(',')),
		);
		await writeFile(join(folder, LISTING), `${['split,label,file', ...lines].join('\n')}\n`, signal ? { signal } : {});
		return { form: 'listing', files: [LISTING] };
	}
	const arrays: NamedArray[] = [];
	for (const { name, set, indices } of parts) {
		signal?.throwIfAborted();
		const pixels = new Uint8Array(indices.length * countValues(data.shape));
		await set.pixels.read(indices, pixels);
		arrays.push({ name: `x_${name}`, shape: [indices.length, ...data.shape], values: pixels });
		arrays.push({ name: `y_${name}`, shape: [indices.length], values: Int32Array.from(indices, (index) => set.labels[index] ?? 0) });
	}
	await writeFile(join(folder, ARRAYS), writeNpz(arrays), signal ? { signal } : {});
	return { form: 'arrays', files: [ARRAYS] };
}

/** RFC 4180. */
function quote(field: string): string {
	return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
