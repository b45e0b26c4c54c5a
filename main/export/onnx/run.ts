import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import type { ProofInputs } from '../exporter.ts';
import { openInside } from './proto.ts';

/** The answers of an ONNX file, `count × size`, channels last, computed by ONNX Runtime, which knows nothing but the file. */
export async function answerOnnx(folder: string, file: string, inputs: ProofInputs, signal?: AbortSignal): Promise<Float32Array> {
	const bytes = await readFile(join(folder, file));
	const answers = await askEach(bytes, inputs, (names) => names.slice(0, 1), signal);
	const [answer] = [...answers.values()];
	if (!answer) throw new Error('the model gives no answer');
	return answer;
}

/** What every named value of an ONNX file is, for the same inputs. */
export async function valuesInsideOnnx(
	folder: string,
	file: string,
	inputs: ProofInputs,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
	const { bytes } = openInside(await readFile(join(folder, file)));
	return askEach(bytes, inputs, (names) => names, signal);
}

/** One picture after the other: between them the program answers its window. */
async function askEach(
	bytes: Uint8Array,
	{ images, count }: ProofInputs,
	wanted: (names: readonly string[]) => readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Float32Array>> {
	// Loaded when it is wanted: the library takes a moment, and a program that exports nothing does without it.
	const { InferenceSession, Tensor } = await import('onnxruntime-node');
	const session = await InferenceSession.create(bytes, { executionProviders: ['cpu'], logSeverityLevel: 3 });
	try {
		const [name = ''] = session.inputNames;
		const [, ...shape] = inputShape(session.inputMetadata[0]);
		const size = images.length / count;
		const collected = new Map<string, Float32Array>();
		for (let at = 0; at < count; at++) {
			signal?.throwIfAborted();
			const picture = toChannelsFirst(images.subarray(at * size, (at + 1) * size), shape);
			const results = await session.run({ [name]: new Tensor('float32', picture, [1, ...shape]) }, [...wanted(session.outputNames)]);
			for (const [output, { data, dims }] of Object.entries(results)) {
				if (!(data instanceof Float32Array)) throw new Error(`${output} is not of 32-bit floats`);
				const values = toChannelsLast(data, dims.slice(1));
				const all = collected.get(output) ?? new Float32Array(count * values.length);
				all.set(values, at * values.length);
				collected.set(output, all);
			}
		}
		return collected;
	} finally {
		await session.release();
	}
}

function inputShape(metadata: InferenceSession.ValueMetadata | undefined): readonly number[] {
	if (!metadata?.isTensor) throw new Error('the model takes no tensor');
	return metadata.shape.map((dim) => (typeof dim === 'number' ? dim : 1));
}

/** `[height, width, channels]` → `[channels, height, width]`, given the latter; anything else stays. */
function toChannelsFirst(values: Float32Array, shape: readonly number[]): Float32Array {
	const [channels = 1, height = 1, width = 1] = shape;
	if (shape.length !== 3 || channels === 1) return values.slice();
	return swapped(values, height * width, channels);
}

function toChannelsLast(values: Float32Array, shape: readonly number[]): Float32Array {
	const [channels = 1, height = 1, width = 1] = shape;
	return shape.length === 3 ? swapped(values, channels, height * width) : values;
}

/** Rows become columns. */
function swapped(values: Float32Array, rows: number, columns: number): Float32Array {
	const result = new Float32Array(values.length);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) result[column * rows + row] = values[row * columns + column] ?? 0;
	}
	return result;
}
