import { zipSync } from 'fflate';
import { writeNpy } from '../../npy.ts';

/** An array as NumPy stores it. */
export interface NamedArray {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Uint8Array | Int32Array;
}

/** The earliest moment that a zip can name, so that the same data gives the same file. */
const NO_TIME = new Date(1980, 0, 1);

/** An `.npz` file: a zip of `.npy` files, each a header in Python's words and the values row-major, little end first. */
export function writeNpz(arrays: readonly NamedArray[]): Uint8Array {
	const files = Object.fromEntries(arrays.map((array) => [`${array.name}.npy`, writeNpy(array)]));
	return zipSync(files, { level: 6, mtime: NO_TIME });
}
