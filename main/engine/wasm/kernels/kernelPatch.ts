import * as tf from '@tensorflow/tfjs-core';

/** What kernels use of the WebAssembly backend: its heap. Views die when the heap grows, so make every output first. */
export interface WasmHeap {
	makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
	typedArrayFromHeap(tensor: tf.TensorInfo): tf.TypedArray;
	readSync(dataId: object): tf.backend_util.BackendValues;
}

/** A kernel's inputs, settings and heap, as tfjs passes them. */
export interface KernelCall {
	readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
	readonly attrs: Readonly<Record<string, unknown>>;
	readonly heap: WasmHeap;
}

export type KernelBody = (call: KernelCall) => tf.TensorInfo;

/**
 * One kernel that the stock WebAssembly backend lacks, has wrong or has slow. `make` gets the stock kernel to fall back on
 * for the cases it does well, or a function that throws where there is none.
 */
export interface KernelPatch {
	readonly kernelName: string;
	make(stock: KernelBody): KernelBody;
}

/** The value of an input that the kernel's gradient always passes. */
export function inputOf(call: KernelCall, name: string): tf.TensorInfo {
	const input = call.inputs[name];
	if (!input) throw new Error(`kernel input ${name} is missing`);
	return input;
}

/** The same, as a tensor for ops; in eager mode kernels receive tensors. */
export function tensorOf<R extends tf.Rank = tf.Rank>(call: KernelCall, name: string): tf.Tensor<R> {
	const input = inputOf(call, name);
	if (!(input instanceof tf.Tensor)) throw new Error(`kernel input ${name} is not a tensor`);
	return input as tf.Tensor<R>;
}

/** The heap of a float32 tensor; fresh after every allocation. */
export function floatsOf(heap: WasmHeap, tensor: tf.TensorInfo): Float32Array {
	const values = heap.typedArrayFromHeap(tensor);
	if (!(values instanceof Float32Array)) throw new Error(`expected float32, received ${tensor.dtype}`);
	return values;
}

/** A dim that rank checks promise. */
export function dimOf(shape: readonly number[], axis: number): number {
	const dim = shape[axis];
	if (dim === undefined) throw new Error(`axis ${axis} of a tensor of rank ${shape.length}`);
	return dim;
}
