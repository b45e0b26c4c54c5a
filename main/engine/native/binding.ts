import * as tf from '@tensorflow/tfjs-core';
import type { TensorMaker } from './ownMemory.ts';

export type TensorValues = Float32Array | Int32Array | Uint8Array;

/** The part of tfjs-node's binding that sessions use. Tensors and sessions are known by number. */
export interface NativeBinding extends TensorMaker {
	readonly TF_Version: string;
	readonly TF_FLOAT: number;
	readonly TF_INT32: number;
	readonly TF_UINT8: number;
	deleteTensor(tensor: number): void;
	/** A copy. */
	tensorDataSync(tensor: number): TensorValues;
	getNumOfTensors(): number;
	loadSavedModel(folder: string, tags: string): number;
	deleteSavedModel(session: number): void;
	/** `fed` and `fetched` are names of tensors (`images:0`) with commas between. The tensors received belong to the caller. */
	runSavedModel(session: number, tensors: readonly number[], fed: string, fetched: string): readonly { readonly id: number }[];
}

/** The binding of the native backend, which must be loaded. */
export function nativeBinding(): NativeBinding {
	return (tf.findBackend('tensorflow') as unknown as { readonly binding: NativeBinding }).binding;
}
