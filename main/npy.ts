/** NumPy's format 1.0: the data begins at a multiple of 64 bytes. */
export interface NpyArray {
	readonly shape: readonly number[];
	readonly values: Uint8Array | Int32Array | Float32Array;
}

const MAGIC = '\x93NUMPY';
const HEADER = /^\{'descr': '([<|=][a-z]\d)', 'fortran_order': (True|False), 'shape': \(([\d, ]*)\), \}\s*$/;
const LARGEST_HEADER = 65_536;

/** A header in Python's words and the values row-major, little end first. */
export function writeNpy({ shape, values }: NpyArray): Uint8Array {
	const type = values instanceof Uint8Array ? '|u1' : values instanceof Int32Array ? '<i4' : '<f4';
	const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
	const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
	const start = Math.ceil((10 + header.length + 1) / 64) * 64;
	const file = Buffer.alloc(start + values.byteLength, ' ');
	file.write(`${MAGIC}\x01\x00`, 0, 'latin1');
	file.writeUInt16LE(start - 10, 8);
	file.write(header, 10, 'latin1');
	file.write('\n', start - 1, 'latin1');
	Buffer.from(values.buffer, values.byteOffset, values.byteLength).copy(file, start);
	return file;
}

/** An array of 32-bit floats. Throws an Error with what was found where it is of another kind or cut short. */
export function readNpy(bytes: Uint8Array): { readonly shape: readonly number[]; readonly values: Float32Array } {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (file.length < 12 || file.toString('latin1', 0, 6) !== MAGIC) throw new Error('no .npy file');
	const isFirst = file[6] === 1;
	const start = isFirst ? 10 : 12;
	const length = isFirst ? file.readUInt16LE(8) : file.readUInt32LE(8);
	if (length > LARGEST_HEADER || start + length > file.length) throw new Error('cut short');
	const [, type, order, sizes = ''] = HEADER.exec(file.toString('latin1', start, start + length)) ?? [];
	if (type !== '<f4') throw new Error(`numbers of type ${type ?? 'unknown'}`);
	if (order === 'True') throw new Error('columns first');
	const shape = sizes.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
	const count = shape.reduce((product, dim) => product * dim, 1);
	const data = file.subarray(start + length);
	if (!(count * 4 <= data.length)) throw new Error('cut short');
	return { shape, values: new Float32Array(Uint8Array.prototype.slice.call(data, 0, count * 4).buffer) };
}
