import type { File } from 'h5wasm/node';
import type { ImportedTensor } from '../importer.ts';
import type { ValueBudget } from '../limits.ts';

const MOST_AXES = 8;

/** Numbers of an HDF5 file of any width, as 32-bit floats. Sizes are checked before memory is taken. */
export function readTensor(file: File, path: string, budget: ValueBudget): ImportedTensor {
	const found = file.get(path);
	if (!found || !('shape' in found)) throw new Error(`${path} holds no numbers`);
	const shape = found.shape ?? [];
	if (shape.length > MOST_AXES) throw new Error(`${path} has ${shape.length} axes`);
	budget.take(shape);
	const { value } = found;
	if (typeof value === 'number' || typeof value === 'bigint') return { shape, values: Float32Array.of(Number(value)) };
	if (!ArrayBuffer.isView(value) || value instanceof DataView) throw new Error(`${path} holds no numbers`);
	return { shape, values: Float32Array.from(value as unknown as ArrayLike<number | bigint>, Number) };
}
