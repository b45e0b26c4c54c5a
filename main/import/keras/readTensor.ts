import type { File } from 'h5wasm/node';
import { fromHalf } from '../halfPrecision.ts';
import type { ImportedTensor } from '../importer.ts';
import type { ValueBudget } from '../limits.ts';

const MOST_AXES = 8;
/** Classes of numbers in HDF5. */
const [WHOLE, FLOATING] = [0, 1];

/** Numbers of an HDF5 file of any width, as 32-bit floats. Sizes are checked before memory is taken. */
export function readTensor(file: File, path: string, budget: ValueBudget): ImportedTensor {
	const found = file.get(path);
	if (!found || !('shape' in found)) throw new Error(`${path} holds no numbers`);
	const shape = found.shape ?? [];
	if (shape.length > MOST_AXES) throw new Error(`${path} has ${shape.length} axes`);
	budget.take(shape);
	const { metadata } = found;
	const isHalf = metadata.type === FLOATING && metadata.size === 2;
	// The library refuses numbers of 16 bits: it is told that they are whole, and hands out their bits.
	const { value } = isHalf
		? (Object.create(found, { metadata: { value: { ...metadata, type: WHOLE, signed: false } } }) as typeof found)
		: found;
	if (typeof value === 'number' || typeof value === 'bigint') return { shape, values: Float32Array.of(Number(value)) };
	if (!ArrayBuffer.isView(value) || value instanceof DataView) throw new Error(`${path} holds no numbers`);
	return {
		shape,
		values: Float32Array.from(value as unknown as ArrayLike<number | bigint>, isHalf ? (bits) => fromHalf(Number(bits)) : Number),
	};
}
