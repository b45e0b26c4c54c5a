import * as tf from '@tensorflow/tfjs-core';
import { dimOf, floatsOf, inputOf, type KernelPatch } from './kernelPatch.ts';

/** Repeats a tensor along its axes by doubling blocks; the stock kernel takes 100 ms where batchNorm's gradient spreads a channel vector. */
export const tile: KernelPatch = {
	kernelName: 'Tile',
	make: (stock) => (call) => {
		const x = inputOf(call, 'x');
		const reps = call.attrs.reps as number[];
		if (x.dtype !== 'float32' || reps.length !== x.shape.length) return stock(call);
		const out = call.heap.makeOutput(
			x.shape.map((dim, axis) => dim * dimOf(reps, axis)),
			'float32',
		);
		const target = floatsOf(call.heap, out);
		target.set(floatsOf(call.heap, x));
		let size = tf.util.sizeFromShape(x.shape);
		let block = 1;
		// From the innermost axis outwards: each block of the result so far is moved to its place and doubled there.
		for (let axis = x.shape.length - 1; axis >= 0; axis--) {
			block *= dimOf(x.shape, axis);
			const times = dimOf(reps, axis);
			if (times === 1) continue;
			for (let index = size / block - 1; index >= 0; index--) {
				const start = index * block * times;
				target.copyWithin(start, index * block, (index + 1) * block);
				for (let done = block; done < block * times; done *= 2) {
					target.copyWithin(start + done, start, start + Math.min(done, block * times - done));
				}
			}
			size *= times;
			block *= times;
		}
		return out;
	},
};
