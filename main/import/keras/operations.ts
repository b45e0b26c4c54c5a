import { z } from 'zod';
import { activationParts, clipped } from './activations.ts';
import {
	axesOf,
	isLastAxis,
	type Json,
	type LayerCall,
	layers,
	one,
	type Part,
	part,
	type Rule,
	rescaling,
	type Translation,
} from './translation.ts';

const joined =
	(kind: string): Rule =>
	(_config, { shapes }) =>
		shapes.length < 2 ? null : one(kind);

/** An operation of two: layers are joined, a number becomes a scale and a shift. */
const arithmetic =
	(kind: string | null, withNumber: (number: number, isFirst: boolean) => readonly Part[] | null): Rule =>
	(config, call) => {
		const { operands, shapes } = call;
		const place = operands.findIndex((operand) => operand !== null);
		if (place < 0) return kind === null ? null : joined(kind)(config, call);
		if (shapes.length !== 1) return null;
		const parts = withNumber(operands[place] ?? 0, place === 0);
		return parts && layers(parts);
	};

/** The negative of the largest of the negatives. */
function minimum(inputs: number): readonly Part[] {
	const negatives = Array.from({ length: inputs }, (_, input) => rescaling(-1, 0, [{ input }]));
	return [
		...negatives,
		part(
			'maximum',
			{},
			negatives.map((_, at) => ({ part: at })),
		),
		rescaling(-1),
	];
}

/** A mean or maximum over rows and columns. */
const overMaps =
	(kind: string): Rule =>
	({ axis, keepdims }, { shapes: [shape] }) => {
		if (shape?.length !== 3 || axesOf(axis, 3)?.join() !== '0,1') return null;
		return layers([part(kind), ...(keepdims === true ? [part('reshape', { targetShape: [1, 1, -1] })] : [])]);
	};

const named =
	(name: string): Rule =>
	(_config, { dialect }) => {
		const parts = activationParts(name, dialect);
		return parts && layers(parts);
	};

function affine({ scale, offset }: Json): Translation | null {
	if (typeof scale === 'number' && typeof (offset ?? 0) === 'number') return layers([rescaling(scale, Number(offset ?? 0))]);
	const list = z.union([z.number().transform((single) => [single]), z.array(z.number())]);
	const [scales, offsets] = [list.parse(scale), list.parse(offset ?? 0)];
	const count = Math.max(scales.length, offsets.length);
	const of = (values: readonly number[], at: number) => values[values.length === 1 ? 0 : at] ?? 0;
	const factors = Array.from({ length: count }, (_, at) => of(scales, at));
	// A deviation is above 0.
	if (factors.some((factor) => !(factor > 0))) return null;
	return one('normalization', {
		mean: [factors.map((factor, at) => -of(offsets, at) / factor)],
		deviation: [factors.map((factor) => 1 / factor)],
	});
}

const permuted = (axes: unknown): Translation | null => {
	const order = z.array(z.int()).safeParse(axes).data;
	return order?.[0] === 0 ? one('permute', { dims: order.slice(1) }) : null;
};

/** Layers that join, and operations that a model does on tensors without a layer of its own. */
export const operationRules: Readonly<Record<string, Rule>> = {
	Add: arithmetic('add', (number) => [rescaling(1, number)]),
	Subtract: arithmetic('subtract', (number, isFirst) => [isFirst ? rescaling(-1, number) : rescaling(1, -number)]),
	Multiply: arithmetic('multiply', (number) => [rescaling(number)]),
	TrueDivide: arithmetic(null, (number, isFirst) => (isFirst || number === 0 ? null : [rescaling(1 / number)])),
	Divide: arithmetic(null, (number, isFirst) => (isFirst || number === 0 ? null : [rescaling(1 / number)])),
	Maximum: arithmetic('maximum', (number) => clipped(number, null)),
	Minimum: (_config, { operands, shapes }) => {
		const number = operands.find((operand) => operand !== null);
		if (number != null) return layers(clipped(null, number));
		return shapes.length < 2 ? null : layers(minimum(shapes.length));
	},
	Average: joined('average'),
	Rescaling: affine,
	Negative: () => layers([rescaling(-1)]),
	Square: () => one('multiply', {}, [{ input: 0 }, { input: 0 }]),
	Mean: overMaps('globalAveragePool2d'),
	Max: overMaps('globalMaxPool2d'),
	Transpose: ({ axes }) => permuted(axes),
	Relu: named('relu'),
	Relu6: named('relu6'),
	Sigmoid: named('sigmoid'),
	Tanh: named('tanh'),
	Silu: named('silu'),
	Swish: named('silu'),
	Selu: named('selu'),
	Softplus: named('softplus'),
	Mish: named('mish'),
	HardSigmoid: named('hard_sigmoid'),
	HardSilu: named('hard_silu'),
	HardSwish: named('hard_silu'),
	LogSigmoid: named('log_sigmoid'),
	Gelu: ({ approximate }, call) => (approximate === false ? named('gelu')({}, call) : null),
	Softmax: ({ axis }, call: LayerCall) => (isLastAxis(axis, call) ? one('activation', { activation: 'softmax' }) : null),
};
