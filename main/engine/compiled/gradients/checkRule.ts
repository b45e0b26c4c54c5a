import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { countValues } from '#shared/tensor/shape.ts';
import { type NativeBinding, nativeBinding } from '../../native/binding.ts';
import { loadNative } from '../../native/native.ts';
import { Graph, type Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import * as array from '../ops/array.ts';
import * as math from '../ops/math.ts';
import { Session } from '../session.ts';
import { buildGradients } from './gradients.ts';
import type { RuleCase } from './ruleCases.ts';

/** The library that gradients are checked with; `null`, and why is told, where it is not installed. */
export async function loadBinding(): Promise<NativeBinding | null> {
	try {
		await loadNative();
		return nativeBinding();
	} catch (error) {
		console.info(`Gradient rules skipped: the native engine is missing: ${error instanceof Error ? error.message : String(error)}`);
		return null;
	}
}

/** Values no two of which are near each other, nor near 0, where maxima and rectifiers bend. */
function valuesFor(shape: readonly number[], isPositive: boolean, salt: number): Float32Array {
	const count = countValues(shape);
	return Float32Array.from({ length: count }, (_, index) => {
		const share = (((index * (count % 7 === 0 ? 1 : 7) + salt * 3) % count) + 0.5) / count;
		return isPositive ? 0.3 + 0.9 * share + 0.017 * salt : (share < 0.5 ? share - 0.6 : share) * (1 + 0.05 * salt);
	});
}

/** Weights of the sum that is differentiated, so that no two outputs count alike. */
function outputWeights(count: number): Float32Array {
	return Float32Array.from({ length: count }, (_, index) => 0.5 + Math.sin(index * 1.3));
}

interface Measured {
	readonly total: number;
	readonly gradients: readonly Float32Array[];
}

/** The case's weighted sum and its gradients as the library computes them. */
async function open(
	binding: NativeBinding,
	{ shapes, build }: RuleCase,
): Promise<{ run(values: readonly Float32Array[]): Measured; dispose(): void }> {
	const graph = new Graph();
	const inputs = shapes.map((shape, place) => array.placeholder(graph, `x${place}`, 'float32', shape));
	const answer = build(graph, inputs);
	const shape = answer.shape.map((size) => known(size, 'a size of a test'));
	const weights = array.floats(graph, outputWeights(countValues(shape)), shape);
	const axes = answer.shape.map((_, axis) => axis);
	const total = math.reduce(graph, 'Sum', math.multiply(graph, answer, weights), axes);
	const gradients = buildGradients(graph, total, inputs);
	const outputs = Object.fromEntries(gradients.map((gradient, place) => [`g${place}`, gradient as Value]));
	const signature = { inputs: Object.fromEntries(inputs.map((input, place) => [`x${place}`, input])), outputs: { total, ...outputs } };
	const session = await Session.open(binding, graph.nodes, { run: signature });
	return {
		run: (values) => {
			const fed = values.map((value, place) => [`x${place}`, { shape: shapes[place] ?? [], values: value }] as const);
			const received = session.run('run', Object.fromEntries(fed));
			return {
				total: received.total?.[0] ?? Number.NaN,
				gradients: inputs.map((_, place) => Float32Array.from(received[`g${place}`] ?? [])),
			};
		},
		dispose: () => session.dispose(),
	};
}

/** Expects the gradients of a case to be those that differences tell, and those of tfjs where it has them. `most`: how many values of each input are moved. */
export async function checkRule(binding: NativeBinding, entry: RuleCase, most = Number.POSITIVE_INFINITY): Promise<void> {
	const { shapes, isPositive = false, tfjs } = entry;
	const values = shapes.map((shape, place) => valuesFor(shape, isPositive, place));
	const graph = await open(binding, entry);
	try {
		const { gradients } = graph.run(values);
		expectDifferences(graph, values, gradients, most);
		if (tfjs) expectSameAsTfjs(shapes, values, gradients, tfjs);
	} finally {
		graph.dispose();
	}
}

const DISTANCE = 4e-3;

function expectDifferences(
	graph: { run(values: readonly Float32Array[]): Measured },
	values: readonly Float32Array[],
	gradients: readonly Float32Array[],
	most: number,
): void {
	for (const [place, value] of values.entries()) {
		expect(gradients[place]?.length).toBe(value.length);
		for (let index = 0; index < value.length; index += Math.max(1, Math.floor(value.length / most))) {
			const totals = [1, -1].map((sign) => {
				const moved = values.map((original) => Float32Array.from(original));
				const own = moved[place];
				if (own) own[index] = (own[index] ?? 0) + sign * DISTANCE;
				return graph.run(moved).total;
			});
			const difference = ((totals[0] ?? Number.NaN) - (totals[1] ?? Number.NaN)) / (2 * DISTANCE);
			const gradient = gradients[place]?.[index] ?? Number.NaN;
			expect(Math.abs(gradient - difference), `input ${place}, value ${index}: ${gradient}, differences say ${difference}`).toBeLessThan(
				0.01 * (1 + Math.abs(difference)),
			);
		}
	}
}

function expectSameAsTfjs(
	shapes: RuleCase['shapes'],
	values: readonly Float32Array[],
	gradients: readonly Float32Array[],
	tfjs: NonNullable<RuleCase['tfjs']>,
): void {
	const expected = tf.tidy(() => {
		const tensors = values.map((value, place) => tf.tensor(value, [...(shapes[place] ?? [])]));
		return tf
			.grads((...given) => {
				const answer = tfjs(...given);
				return tf.sum(tf.mul(answer, tf.tensor(outputWeights(answer.size), answer.shape)));
			})(tensors)
			.map((gradient) => Array.from(gradient.dataSync())) as unknown as tf.TensorContainer;
	}) as unknown as readonly (readonly number[])[];
	for (const [place, gradient] of gradients.entries()) {
		for (const [index, value] of gradient.entries()) expect(value).toBeCloseTo(expected[place]?.[index] ?? Number.NaN, 3);
	}
}
