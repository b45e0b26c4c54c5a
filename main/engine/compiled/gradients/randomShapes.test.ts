import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import * as array from '../ops/array.ts';
import * as math from '../ops/math.ts';
import * as nn from '../ops/nn.ts';
import { checkRule, loadBinding } from './checkRule.ts';
import type { RuleCase } from './ruleCases.ts';

const binding = await loadBinding();
/** Values of each input that are moved by a little; tfjs's gradients are compared whole. */
const MOVED = 8;
const options = { seed: 20, numRuns: 8 };

const size = fc.integer({ min: 1, max: 4 });
const shape = fc.array(size, { minLength: 1, maxLength: 4 }).filter((sizes) => sizes.reduce((total, each) => total * each, 1) <= 100);
const axesOf = (rank: number) => fc.uniqueArray(fc.nat({ max: rank - 1 }), { minLength: 1, maxLength: rank });

function caseOf(op: string, shapes: RuleCase['shapes'], build: RuleCase['build'], tfjs?: RuleCase['tfjs'], isPositive = false): RuleCase {
	return { op, title: '', shapes, build, isPositive, ...(tfjs && { tfjs }) };
}

const first: <T>(given: readonly T[]) => T = ([value]) => value as never;
const second: <T>(given: readonly T[]) => T = ([, value]) => value as never;

const elementOps = [
	['Exp', tf.exp, false],
	['Log', tf.log, true],
	['Rsqrt', tf.rsqrt, true],
	['Tanh', tf.tanh, false],
	['Sigmoid', tf.sigmoid, false],
	['Relu', tf.relu, false],
	['Elu', tf.elu, false],
	['Softplus', tf.softplus, false],
] as const;
const elementwise = fc.tuple(shape, fc.constantFrom(...elementOps)).map(([sizes, [op, tfjs, isPositive]]) =>
	caseOf(
		op,
		[sizes],
		(graph, inputs) => math.unary(graph, op, first(inputs)),
		(x) => tfjs(x as tf.Tensor),
		isPositive,
	),
);

/** The second has a size of 1, or none at all, wherever it is repeated. */
const repeated = fc
	.tuple(
		shape,
		fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
		fc.nat({ max: 3 }),
		fc.boolean(),
		fc.constantFrom('AddV2', 'Sub', 'Mul', 'RealDiv'),
	)
	.map(([sizes, isOne, left, isTurned, op]) => {
		const small = sizes.map((each, axis) => (isOne[axis] ? 1 : each)).slice(Math.min(left, sizes.length - 1));
		const tfjs = { AddV2: tf.add, Sub: tf.sub, Mul: tf.mul, RealDiv: tf.div }[op];
		return caseOf(
			op,
			isTurned ? [small, sizes] : [sizes, small],
			(graph, inputs) => math.binary(graph, op, first(inputs), second(inputs)),
			(a, b) => tfjs(a as tf.Tensor, b as tf.Tensor),
			true,
		);
	});

const reduced = shape.chain((sizes) =>
	fc.tuple(axesOf(sizes.length), fc.boolean(), fc.constantFrom('Sum', 'Mean', 'Max')).map(([axes, keeps, op]) => {
		const tfjs = { Sum: tf.sum, Mean: tf.mean, Max: tf.max }[op];
		return caseOf(
			op,
			[sizes],
			(graph, inputs) => math.reduce(graph, op, first(inputs), axes, keeps),
			(x) => tfjs(x as tf.Tensor, axes, keeps),
		);
	}),
);

const reordered = shape.chain((sizes) =>
	fc
		.shuffledSubarray(
			sizes.map((_, axis) => axis),
			{ minLength: sizes.length },
		)
		.map((order) =>
			caseOf(
				'Transpose',
				[sizes],
				(graph, inputs) => array.transpose(graph, first(inputs), order),
				(x) => tf.transpose(x as tf.Tensor, order),
			),
		),
);

const margin = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }));
const padded = shape.chain((sizes) =>
	fc.array(margin, { minLength: sizes.length, maxLength: sizes.length }).map((margins) =>
		caseOf(
			'Pad',
			[sizes],
			(graph, inputs) => array.pad(graph, first(inputs), margins),
			(x) => tf.pad(x as tf.Tensor, margins),
		),
	),
);

const cut = shape.chain((sizes) =>
	fc.tuple(...sizes.map((each) => fc.nat({ max: each - 1 }))).chain((begin) =>
		fc.tuple(...sizes.map((each, axis) => fc.integer({ min: 1, max: each - (begin[axis] ?? 0) }))).map((length) =>
			caseOf(
				'Slice',
				[sizes],
				(graph, inputs) => array.slice(graph, first(inputs), begin, length),
				(x) => tf.slice(x as tf.Tensor, begin, length),
			),
		),
	),
);

const joined = shape.chain((sizes) =>
	fc.tuple(fc.nat({ max: sizes.length - 1 }), size).map(([axis, length]) =>
		caseOf(
			'ConcatV2',
			[sizes, sizes.map((each, place) => (place === axis ? length : each))],
			(graph, inputs) => array.concat(graph, inputs, axis),
			(a, b) => tf.concat([a as tf.Tensor, b as tf.Tensor], axis),
		),
	),
);

const product = fc.tuple(size, size, size).map(([rows, inner, columns]) =>
	caseOf(
		'MatMul',
		[
			[rows, inner],
			[inner, columns],
		],
		(graph, inputs) => math.matMul(graph, first(inputs), second(inputs)),
		(a, b) => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D),
	),
);

/** Windows that need not be square over maps that need not be either. */
const windows = fc
	.record({
		window: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
		larger: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
		channels: fc.integer({ min: 1, max: 2 }),
		filters: fc.integer({ min: 1, max: 3 }),
		stride: fc.integer({ min: 1, max: 3 }),
		isSame: fc.boolean(),
		op: fc.constantFrom('Conv2D', 'DepthwiseConv2dNative', 'MaxPool', 'AvgPool'),
	})
	.map(({ window, larger, channels, filters, stride, isSame, op }) => {
		const map = [1, window[0] + larger[0], window[1] + larger[1], channels];
		const how = { strides: [stride, stride], padding: isSame ? 'SAME' : 'VALID' } as const;
		const padding = isSame ? 'same' : 'valid';
		const kernel = [...window, channels, filters];
		if (op === 'MaxPool' || op === 'AvgPool') {
			const tfjs = op === 'MaxPool' ? tf.maxPool : tf.avgPool;
			return caseOf(
				op,
				[map],
				(graph, inputs) => nn.pool(graph, op, first(inputs), window, how),
				(x) => tfjs(x as tf.Tensor4D, window, stride, padding),
			);
		}
		const [ours, tfjs] = op === 'Conv2D' ? ([nn.conv2d, tf.conv2d] as const) : ([nn.depthwiseConv2d, tf.depthwiseConv2d] as const);
		return caseOf(
			op,
			[map, kernel],
			(graph, inputs) => ours(graph, first(inputs), second(inputs), how),
			(x, w) => tfjs(x as tf.Tensor4D, w as tf.Tensor4D, stride, padding),
		);
	});

const rows = fc.tuple(size, fc.integer({ min: 2, max: 5 })).map(([count, units]) =>
	caseOf(
		'Softmax',
		[[count, units]],
		(graph, inputs) => math.softmax(graph, first(inputs)),
		(x) => tf.softmax(x as tf.Tensor),
	),
);

const families = { elementwise, repeated, reduced, reordered, padded, cut, joined, product, windows, rows };

describe.skipIf(binding === null)('gradients over random shapes', () => {
	beforeAll(async () => void (await tf.setBackend('tensorflow')));

	it.each(Object.entries(families))(
		'are those of differences and of tfjs: %s',
		async (name, cases: fc.Arbitrary<RuleCase>) => {
			if (!binding) return;
			const runs = name === 'windows' ? 24 : options.numRuns;
			await fc.assert(
				fc.asyncProperty(cases, (entry) => checkRule(binding, entry, MOVED)),
				{ ...options, numRuns: runs },
			);
		},
		60_000,
	);
});
