import * as tf from '@tensorflow/tfjs-core';
import { type KernelPatch, tensorOf } from './kernelPatch.ts';

/** Matrix product: the fast code of the backend serves only untransposed matrices, so transposing first pays. */
export const batchMatMul: KernelPatch = {
	kernelName: 'BatchMatMul',
	make: (stock) => (call) => {
		const { transposeA, transposeB } = call.attrs;
		const a = tensorOf(call, 'a');
		const b = tensorOf(call, 'b');
		if ((!transposeA && !transposeB) || !isOneMatrix(a) || !isOneMatrix(b)) return stock(call);
		return tf.tidy(() => {
			const inputs = { a: transposeA ? transposeLast(a) : a, b: transposeB ? transposeLast(b) : b };
			const product = stock({ inputs, attrs: { ...call.attrs, transposeA: false, transposeB: false }, heap: call.heap });
			return product as tf.Tensor;
		});
	},
};

function isOneMatrix(tensor: tf.Tensor): boolean {
	return tensor.shape.slice(0, -2).every((dim) => dim === 1);
}

function transposeLast(tensor: tf.Tensor): tf.Tensor {
	const axes = tensor.shape.map((_, axis) => axis);
	const last = axes.splice(-1);
	axes.splice(-1, 0, ...last);
	return tf.transpose(tensor, axes);
}
