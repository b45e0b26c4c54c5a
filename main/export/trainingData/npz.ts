import { zipSync } from 'fflate';

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

/** NumPy's format 1.0: the data begins at a multiple of 64 bytes. */
function writeNpy({ shape, values }: NamedArray): Uint8Array {
	const type = values instanceof Uint8Array ? '|u1' : '<i4';
	const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
	const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
	const start = Math.ceil((10 + header.length + 1) / 64) * 64;
	const file = Buffer.alloc(start + values.byteLength, ' ');
	file.write('\x93NUMPY\x01\x00', 0, 'latin1');
	file.writeUInt16LE(start - 10, 8);
	file.write(header, 10, 'latin1');
	file.write('\n', start - 1, 'latin1');
	Buffer.from(values.buffer, values.byteOffset, values.byteLength).copy(file, start);
	return file;
}
