import * as tf from '@tensorflow/tfjs-core';
import { batchMatMul } from './batchMatMul.ts';
import { conv2dBackpropFilter } from './conv2dBackpropFilter.ts';
import { conv2dBackpropInput } from './conv2dBackpropInput.ts';
import { depthwiseBackpropFilter } from './depthwiseBackpropFilter.ts';
import { depthwiseBackpropInput } from './depthwiseBackpropInput.ts';
import type { KernelBody, KernelPatch, WasmHeap } from './kernelPatch.ts';
import { mean, sum } from './mapSums.ts';
import { maxPoolGrad } from './maxPoolGrad.ts';
import { samePadding } from './samePadding.ts';
import { tile } from './tile.ts';

const patches: readonly KernelPatch[] = [
	batchMatMul,
	conv2dBackpropFilter,
	conv2dBackpropInput,
	depthwiseBackpropFilter,
	depthwiseBackpropInput,
	maxPoolGrad,
	mean,
	...samePadding,
	sum,
	tile,
];

const BACKEND = 'wasm';
let isInstalled = false;

/** Puts our kernels in the place of the stock ones, once; the backend must be ready. */
export function installKernels(): void {
	if (isInstalled) return;
	isInstalled = true;
	for (const patch of patches) install(patch);
}

function install(patch: KernelPatch): void {
	const known = tf.getKernel(patch.kernelName, BACKEND);
	const stock: KernelBody = ({ inputs, attrs, heap }) => {
		if (!known) throw new Error(`the WebAssembly backend has no kernel ${patch.kernelName}`);
		return known.kernelFunc({ inputs, attrs: attrs as tf.NamedAttrMap, backend: heap }) as tf.TensorInfo;
	};
	const body = patch.make(stock);
	if (known) tf.unregisterKernel(patch.kernelName, BACKEND);
	tf.registerKernel({
		kernelName: patch.kernelName,
		backendName: BACKEND,
		kernelFunc: ({ inputs, attrs, backend }) =>
			body({ inputs: inputs as Record<string, tf.TensorInfo>, attrs: attrs ?? {}, heap: backend as WasmHeap }),
	});
}
