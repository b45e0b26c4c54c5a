import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { loadNative } from './native.ts';
import { besideAlignment, lendNoMemory, type TensorMaker } from './ownMemory.ts';

let isMissing = false;
try {
	await loadNative();
} catch (error) {
	isMissing = true;
	console.info(`Skipped: the native engine is missing: ${error instanceof Error ? error.message : String(error)}`);
}

const arrays = [Float32Array.of(1.5, -2, 3), Int32Array.of(7, 8), Uint8Array.of(1, 0, 1), new Float32Array(0)];

describe('values for TensorFlow', () => {
	it.each(arrays.map((values) => [values.constructor.name, values] as const))(
		'%s keeps its values beside a multiple of 8 bytes',
		(_, values) => {
			const moved = besideAlignment(values);
			expect(moved).toEqual(values);
			expect(moved.byteOffset % 8).not.toBe(0);
		},
	);

	it('are copied no second time', () => {
		const moved = besideAlignment(Float32Array.of(1, 2));
		expect(besideAlignment(moved)).toBe(moved);
	});

	it('pass the binding in memory that it cannot lend, and texts as they are', () => {
		const given: unknown[] = [];
		const binding: TensorMaker = {
			createTensor: (_shape, _type, values) => given.push(values),
		};
		const careful = lendNoMemory(Object.freeze(binding));
		careful.createTensor([2], 1, Float32Array.of(1, 2));
		const texts = [Uint8Array.of(104, 105)];
		careful.createTensor([1], 7, texts);
		expect(given[0]).toEqual(Float32Array.of(1, 2));
		expect((given[0] as Float32Array).byteOffset % 8).toBe(4);
		expect(given[1]).toBe(texts);
	});
});

describe.skipIf(isMissing)('the native engine', () => {
	it('holds no memory of JavaScript’s', async () => {
		await tf.setBackend('tensorflow');
		// A quarter of all arrays lies at a multiple of 64 bytes, where they would be shared.
		const changed = Array.from({ length: 100 }, (_, index) => {
			const values = new Float32Array(40 + index * 13).fill(1);
			return tf.tidy(() => {
				const tensor = tf.tensor1d(values);
				tf.neg(tensor);
				values.fill(2);
				return tensor.dataSync().includes(2);
			});
		});
		expect(changed.filter(Boolean)).toHaveLength(0);
	});
});
