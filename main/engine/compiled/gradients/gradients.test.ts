import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { countValues } from '#shared/tensor/shape.ts';
import { type NativeBinding, nativeBinding } from '../../native/binding.ts';
import { loadNative } from '../../native/native.ts';
import { Graph, type Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import * as array from '../ops/array.ts';
import * as math from '../ops/math.ts';
import { Session } from '../session.ts';
import { buildGradients, gradientRules } from './gradients.ts';
import { type RuleCase, ruleCases } from './ruleCases.ts';

/** Values no two of which are near each other, nor near 0, where maxima and rectifiers bend. */
function valuesFor(shape: readonly number[], isPositive: boolean, salt: number): Float32Array {
	const count = countValues(shape);
	return Float32Array.from({ length: count }, (_, index) => {
		const share = (((index * 7 + salt * 3) % count) + 0.5) / count;
		return isPositive ? 0.3 + 0.9 * share + 0.017 * salt : (share < 0.5 ? share - 0.6 : share) * (1 + 0.05 * salt);
	});
}

/** Weights of the sum that is differentiated, so that no two outputs count alike. */
function outputWeights(count: number): Float32Array {
	return Float32Array.from({ length: count }, (_, index) => 0.5 + Math.sin(index * 1.3));
}

let binding: NativeBinding | null = null;
try {
	await loadNative();
	binding = nativeBinding();
} catch (error) {
	console.info(`Gradient rules skipped: the native engine is missing: ${error instanceof Error ? error.message : String(error)}`);
}

interface Measured {
	readonly total: number;
	readonly gradients: readonly Float32Array[];
}

/** The case's weighted sum and its gradients as the library computes them. */
async function open({ shapes, build }: RuleCase): Promise<{ run(values: readonly Float32Array[]): Measured; dispose(): void }> {
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
	if (!binding) throw new Error('the native engine is missing');
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

describe.skipIf(binding === null)('a gradient rule', () => {
	beforeAll(async () => void (await tf.setBackend('tensorflow')));

	it('is there and tested for each op', () => {
		expect(new Set(ruleCases.map(({ op }) => op))).toEqual(new Set(gradientRules.keys()));
	});

	it.each(ruleCases.map((entry) => [entry.op, entry.title, entry] as const))(
		'%s %s agrees with differences',
		async (_op, _title, entry) => {
			const { shapes, isPositive = false, tfjs } = entry;
			const values = shapes.map((shape, place) => valuesFor(shape, isPositive, place));
			const graph = await open(entry);
			const { gradients } = graph.run(values);
			const distance = 4e-3;
			for (const [place, value] of values.entries()) {
				expect(gradients[place]?.length).toBe(value.length);
				for (let index = 0; index < value.length; index++) {
					const totals = [1, -1].map((sign) => {
						const moved = values.map((original) => Float32Array.from(original));
						const own = moved[place];
						if (own) own[index] = (own[index] ?? 0) + sign * distance;
						return graph.run(moved).total;
					});
					const difference = ((totals[0] ?? Number.NaN) - (totals[1] ?? Number.NaN)) / (2 * distance);
					const gradient = gradients[place]?.[index] ?? Number.NaN;
					expect(
						Math.abs(gradient - difference),
						`input ${place}, value ${index}: ${gradient}, differences say ${difference}`,
					).toBeLessThan(0.01 * (1 + Math.abs(difference)));
				}
			}
			graph.dispose();
			if (!tfjs) return;
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
		},
	);

	it('is asked for only where a number that can change leads to what is wanted', () => {
		const graph = new Graph();
		const x = array.placeholder(graph, 'x', 'float32', [2, 3]);
		const unrelated = array.placeholder(graph, 'y', 'float32', [3]);
		const rounded = math.unary(graph, 'Floor', unrelated);
		const total = math.reduce(graph, 'Sum', math.multiply(graph, x, rounded), [0, 1]);
		const [gradient, none] = buildGradients(graph, total, [x, array.placeholder(graph, 'z', 'float32', [])]);
		expect(gradient?.shape).toEqual([2, 3]);
		expect(none).toBeNull();
		expect(() => buildGradients(graph, total, [unrelated])).toThrow('op Floor has no gradient rule');
	});
});
