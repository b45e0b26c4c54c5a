import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { NamedWeight } from '#shared/plan/plan.ts';
import { encodeTable } from './sortedTable.ts';
import { encodeBundle } from './tensorBundle.ts';

/** Twenty and more tensors, so that keys are shortened and a key in the middle is written whole; a scalar among them. */
const sizes: readonly (readonly [name: string, shape: readonly number[]])[] = [
	['conv_1/kernel', [2, 2, 1, 3]],
	['conv_1/bias', [3]],
	['dense/kernel', [4, 2]],
	['norm_1/gamma', []],
	...Array.from({ length: 20 }, (_, index) => [`block_${index}/kernel`, [1, 1, 2, index + 1]] as const),
];
const tensors = sizes.map(([name, shape], number): NamedWeight => {
	const count = shape.reduce((product, dim) => product * dim, 1);
	return { name, shape, values: Float32Array.from({ length: count }, (_, at) => ((at * 37) % 101) / 64 - number) };
});

describe('a checkpoint', () => {
	// `expected/variables.index`, and the hash of the data file, are of `tf.raw_ops.SaveV2` of TensorFlow 2.21 for the same tensors.
	it('has byte for byte the index that TensorFlow writes', async () => {
		const theirs = await readFile(new URL('expected/variables.index', import.meta.url));
		expect(Buffer.from(encodeBundle(tensors).index).toString('hex')).toBe(theirs.toString('hex'));
	});

	it('has the values that TensorFlow writes, one tensor after the other', () => {
		const hash = createHash('sha256').update(encodeBundle(tensors).data).digest('hex');
		expect(hash).toBe('c3a84b1efcdb4f4c1d6f45a0d86c84fdbb2625508a706a792773c984c47a3db5');
	});
});

describe('a table', () => {
	it('of more than a block has an index with one key for each', () => {
		const entries = Array.from({ length: 40 }, (_, number) => ({
			key: Uint8Array.of(number),
			value: new Uint8Array(20_000),
		}));
		const table = Buffer.from(encodeTable(entries));
		expect(table.subarray(-8).toString('hex')).toBe('57fb808b247547db');
		// Fourteen entries fill a block, so 40 need three: the index holds three whole keys and the counts of its restarts.
		const handle = table.subarray(-48);
		const numbers = readVarints(handle, 4);
		const [, , at = 0, length = 0] = numbers;
		const index = table.subarray(at, at + length);
		expect(index.readUInt32LE(length - 4)).toBe(3);
	});
});

function readVarints(bytes: Uint8Array, count: number): readonly number[] {
	const numbers: number[] = [];
	let at = 0;
	while (numbers.length < count) {
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = bytes[at++] ?? 0;
			value += (byte & 127) * scale;
			scale *= 128;
			if (byte < 128) break;
		}
		numbers.push(value);
	}
	return numbers;
}
