import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadJs } from '../../js/js.ts';
import { loadWasm } from '../wasm.ts';

/** Values without ties and without round numbers, the same for the same place. */
function values(shape: readonly number[], phase: number): Float32Array {
	return Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, (_, index) => Math.sin(index * 1.3 + phase) * 1.1);
}

/** The answer, and gradients of Σ(answer · weights) by every input, on one backend. */
async function gradientsOn(
	backend: string,
	shapes: readonly number[][],
	run: (...inputs: tf.Tensor[]) => tf.Tensor,
	fill: (shape: readonly number[], phase: number) => Float32Array = values,
): Promise<number[][]> {
	await tf.setBackend(backend);
	const tensors = tf.tidy(() => {
		const inputs = shapes.map((shape, place) => tf.tensor(fill(shape, place), shape));
		const objective = (...args: tf.Tensor[]): tf.Tensor => {
			const answer = run(...args);
			return tf.sum(tf.mul(answer, tf.tensor(values(answer.shape, 0.3), answer.shape)));
		};
		return [run(...inputs), ...tf.grads(objective)(inputs)];
	});
	const read = tensors.map((tensor) => Array.from(tensor.dataSync()));
	tf.dispose(tensors);
	return read;
}

async function expectSameGradients(
	shapes: readonly number[][],
	run: (...inputs: tf.Tensor[]) => tf.Tensor,
	fill?: (shape: readonly number[], phase: number) => Float32Array,
): Promise<void> {
	const judge = await gradientsOn('cpu', shapes, run, fill);
	const ours = await gradientsOn('wasm', shapes, run, fill);
	for (const [place, expected] of judge.entries()) {
		const received = ours[place] ?? [];
		expect(received.length).toBe(expected.length);
		const largest = expected.reduce(
			(most, value, at) => Math.max(most, Math.abs(value - (received[at] ?? Number.NaN)) / (1 + Math.abs(value))),
			0,
		);
		expect(largest).toBeLessThan(1e-4);
	}
}

const size = fc.integer({ min: 1, max: 9 });
const few = fc.integer({ min: 1, max: 4 });
const stride = fc.integer({ min: 1, max: 3 });
const padding = fc.constantFrom('same' as const, 'valid' as const);
const runs = { numRuns: 60 };

describe('WebAssembly kernels give the answers and gradients of the plain backend', () => {
	beforeAll(async () => {
		await loadJs();
		await loadWasm();
	});

	it('for convolutions of any size, stride and padding', async () => {
		const shape = fc.record({ batch: few, height: size, width: size, channels: few, filters: few, down: size, across: size });
		await fc.assert(
			fc.asyncProperty(shape, stride, stride, padding, async ({ batch, height, width, channels, filters, down, across }, s, t, pad) => {
				const kernel = [Math.min(down, height), Math.min(across, width), channels, filters];
				await expectSameGradients([[batch, height, width, channels], kernel], (x, w) =>
					tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, [s, t], pad),
				);
			}),
			runs,
		);
	});

	it('for depthwise convolutions with any multiplier', async () => {
		const shape = fc.record({ batch: few, height: size, width: size, channels: few, multiplier: few, window: size });
		await fc.assert(
			fc.asyncProperty(shape, stride, padding, async ({ batch, height, width, channels, multiplier, window }, s, pad) => {
				const kernel = [Math.min(window, height), Math.min(window, width), channels, multiplier];
				await expectSameGradients([[batch, height, width, channels], kernel], (x, w) =>
					tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, s, pad),
				);
			}),
			runs,
		);
	});

	it('for average pooling', async () => {
		const shape = fc.record({ batch: few, height: size, width: size, channels: few, down: size, across: size });
		await fc.assert(
			fc.asyncProperty(shape, stride, padding, async ({ batch, height, width, channels, down, across }, s, pad) => {
				const window: [number, number] = [Math.min(down, height), Math.min(across, width)];
				await expectSameGradients([[batch, height, width, channels]], (x) => tf.avgPool(x as tf.Tensor4D, window, s, pad));
			}),
			runs,
		);
	});

	it('for average pooling at the rim, where a window holds fewer values', async () => {
		for (const backend of ['cpu', 'wasm']) {
			await tf.setBackend(backend);
			const gradient = tf.grad((input) => tf.sum(tf.avgPool(input as tf.Tensor4D, 2, 1, 'same')))(tf.ones([1, 2, 2, 1]));
			// Windows of 4, 2, 2 and 1 values: 1/4; 1/4 + 1/2; 1/4 + 1/2; 1/4 + 1/2 + 1/2 + 1.
			expect(Array.from(gradient.dataSync())).toEqual([0.25, 0.75, 0.75, 2.25]);
		}
	});

	it('for max pooling', async () => {
		const shape = fc.record({ batch: few, height: size, width: size, channels: few, down: size, across: size });
		await fc.assert(
			fc.asyncProperty(shape, stride, padding, async ({ batch, height, width, channels, down, across }, s, pad) => {
				const window: [number, number] = [Math.min(down, height), Math.min(across, width)];
				await expectSameGradients([[batch, height, width, channels]], (x) => tf.maxPool(x as tf.Tensor4D, window, s, pad));
			}),
			runs,
		);
	});

	it('for max pooling over the zeros that ReLU makes', async () => {
		await tf.setBackend('wasm');
		const x = tf.tensor4d([-1, 0, 0, 0, -3, -2, 0, 0], [1, 2, 4, 1]);
		const gradient = tf.grad((input) => tf.sum(tf.maxPool(input as tf.Tensor4D, 2, 2, 'valid')))(x);
		expect(Array.from(gradient.dataSync())).toEqual([0, 1, 1, 0, 0, 0, 0, 0]);
	});

	it('for matrix products', async () => {
		await fc.assert(
			fc.asyncProperty(size, size, size, (rows, inner, columns) =>
				expectSameGradients(
					[
						[rows, inner],
						[inner, columns],
					],
					(a, b) => tf.matMul(a, b),
				),
			),
			runs,
		);
	});

	it('for sums and means per channel, large enough for our kernels', async () => {
		await fc.assert(
			fc.asyncProperty(few, fc.integer({ min: 8, max: 20 }), fc.integer({ min: 1, max: 9 }), async (batch, side, channels) => {
				const shape = [batch, side, side + 1, channels];
				await expectSameGradients([shape, [channels]], (x, scale) =>
					tf.add(tf.mean(tf.mul(x, scale), [0, 1, 2]), tf.sum(tf.mul(x, scale), [0, 1, 2])),
				);
			}),
			{ numRuns: 20 },
		);
	});

	it('for tiles along any axes', async () => {
		const dims = fc.array(few, { minLength: 1, maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(dims, fc.array(few, { minLength: 4, maxLength: 4 }), async (shape, times) => {
				const reps = times.slice(0, shape.length);
				const tiled = async (backend: string): Promise<number[]> => {
					await tf.setBackend(backend);
					return tf.tidy(() => Array.from(tf.tile(tf.tensor(values(shape, 0), shape), reps).dataSync()));
				};
				expect(await tiled('wasm')).toEqual(await tiled('cpu'));
			}),
			runs,
		);
	});
});
