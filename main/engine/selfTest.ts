import * as tf from '@tensorflow/tfjs-core';

/** Inputs of one check and what must come out, computed by hand. */
interface GradientCheck {
	readonly name: string;
	run(): tf.Tensor[];
	readonly expected: readonly (readonly number[])[];
}

const TOLERANCE = 1e-4;

/**
 * Known gradients of the ops that training stands on. Small enough to do by hand, and chosen where backends have been wrong:
 * max pooling over zeros, a strided convolution that leaves a column over, statistics per channel.
 */
const checks: readonly GradientCheck[] = [
	{
		// 3×3 input, 2×2 kernel of ones: dx counts the windows over each cell, dw sums the cells under each kernel cell.
		name: 'convolution',
		run: () => {
			const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
			const w = tf.tensor4d([1, 1, 1, 1], [2, 2, 1, 1]);
			return tf.grads((input, kernel) => tf.sum(tf.conv2d(input as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'valid')))([x, w]);
		},
		expected: [
			[1, 2, 1, 2, 4, 2, 1, 2, 1],
			[12, 16, 24, 28],
		],
	},
	{
		// 1×4 input, 1×2 kernel [2, 3], stride 2 after one column: the last column is never seen.
		name: 'strided convolution',
		run: () => {
			const x = tf.tensor4d([1, 2, 3, 4, 5], [1, 1, 5, 1]);
			const w = tf.tensor4d([2, 3], [1, 2, 1, 1]);
			return tf.grads((input, kernel) => tf.sum(tf.conv2d(input as tf.Tensor4D, kernel as tf.Tensor4D, [1, 2], 'valid')))([x, w]);
		},
		expected: [
			[2, 3, 2, 3, 0],
			[4, 6],
		],
	},
	{
		// A window whose largest value is 0 in its second cell, and one that is all zeros: the first cell wins.
		name: 'max pooling',
		run: () => {
			const x = tf.tensor4d([-1, 0, 0, 0, -3, -2, 0, 0], [1, 2, 4, 1]);
			return [tf.grad((input) => tf.sum(tf.maxPool(input as tf.Tensor4D, 2, 2, 'valid')))(x)];
		},
		expected: [[0, 1, 1, 0, 0, 0, 0, 0]],
	},
	{
		name: 'average pooling',
		run: () => {
			const x = tf.ones([1, 2, 2, 1]);
			return [tf.grad((input) => tf.sum(tf.avgPool(input as tf.Tensor4D, 2, 2, 'valid')))(x)];
		},
		expected: [[0.25, 0.25, 0.25, 0.25]],
	},
	{
		// y = x·w: dx = 1·wᵀ, dw = xᵀ·1.
		name: 'dense layer',
		run: () => {
			const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
			const w = tf.tensor2d([1, 0, -1, 2, 3, 1], [2, 3]);
			return tf.grads((input, kernel) => tf.sum(tf.matMul(input, kernel)))([x, w]);
		},
		expected: [
			[0, 6, 0, 6],
			[4, 4, 4, 6, 6, 6],
		],
	},
	{
		// Per channel, 16 × 16 places: sums of 256 and 512, and a mean whose gradient is 1/256 each.
		name: 'sum and mean per channel',
		run: () => {
			const x = tf.reshape(tf.tile(tf.tensor1d([1, 2, 0, 0]), [256]), [1, 16, 16, 4]);
			const scale = tf.ones([4]);
			const gradient = tf.grad((vector) => tf.sum(tf.mul(x, vector)))(scale);
			return [gradient, tf.mean(x, [0, 1, 2])];
		},
		expected: [
			[256, 512, 0, 0],
			[1, 2, 0, 0],
		],
	},
];

/** The first gradient that comes out wrong on the active backend, in words for a log, or `null` when all are right. */
export function findWrongGradient(): string | null {
	for (const check of checks) {
		tf.engine().startScope();
		const wrong = compare(check);
		tf.engine().endScope();
		if (wrong) return wrong;
	}
	return null;
}

function compare(check: GradientCheck): string | null {
	let tensors: tf.Tensor[];
	try {
		tensors = check.run();
	} catch (error) {
		return `${check.name}: ${error instanceof Error ? error.message : String(error)}`;
	}
	for (const [index, expected] of check.expected.entries()) {
		const received = Array.from(tensors[index]?.dataSync() ?? []);
		const isRight =
			received.length === expected.length && expected.every((value, at) => Math.abs(value - (received[at] ?? Number.NaN)) <= TOLERANCE);
		if (!isRight) return `${check.name}: received ${received.join(' ')}, expected ${expected.join(' ')}`;
	}
	return null;
}
