/** TensorFlow's binding, as far as tensors are made from values. */
export interface TensorMaker {
	createTensor(shape: readonly number[], type: number, values: unknown): number;
}

type Values = Float32Array | Int32Array | Uint8Array;

/**
 * A binding that has TensorFlow copy the values that it is given. As it is, the binding lends it the memory of the JavaScript array wherever that lies at a
 * multiple of 64 bytes, and gives the array back on whichever of TensorFlow's threads lets go of it last; JavaScript's engine must not
 * be called from there, and now and then the process died. Memory beside such a place is always copied, at once.
 */
export function lendNoMemory<Binding extends TensorMaker>(binding: Binding): Binding {
	const createTensor: TensorMaker['createTensor'] = (shape, type, values) =>
		binding.createTensor(shape, type, isTyped(values) ? besideAlignment(values) : values);
	// The binding's own properties cannot be written.
	return Object.create(binding, { createTensor: { value: createTensor } });
}

/** The same values where no multiple of 64 bytes begins: buffers begin at multiples of 8. */
export function besideAlignment<T extends Values>(values: T): T {
	if (values.byteOffset % 8 !== 0) return values;
	const offset = values.BYTES_PER_ELEMENT;
	const Type = values.constructor as new (buffer: ArrayBuffer, byteOffset: number, length: number) => T;
	const copy = new Type(new ArrayBuffer(offset + values.byteLength), offset, values.length);
	copy.set(values);
	return copy;
}

function isTyped(values: unknown): values is Values {
	return values instanceof Float32Array || values instanceof Int32Array || values instanceof Uint8Array;
}
