import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Graph } from '../graph/graph.ts';
import * as array from '../ops/array.ts';
import * as math from '../ops/math.ts';
import { checkRule, loadBinding } from './checkRule.ts';
import { buildGradients, gradientRules } from './gradients.ts';
import { ruleCases } from './ruleCases.ts';

const binding = await loadBinding();

describe.skipIf(binding === null)('a gradient rule', () => {
	beforeAll(async () => void (await tf.setBackend('tensorflow')));

	it('is there and tested for each op', () => {
		expect(new Set(ruleCases.map(({ op }) => op))).toEqual(new Set(gradientRules.keys()));
	});

	it.each(ruleCases.map((entry) => [entry.op, entry.title, entry] as const))(
		'%s %s agrees with differences',
		async (_op, _title, entry) => {
			if (binding) await checkRule(binding, entry);
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
