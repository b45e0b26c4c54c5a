import { isMapShape, isSameShape, type TensorShape } from '../tensor/shape.ts';
import { strideBetween } from '../tensor/window.ts';
import { message } from '../text/message.ts';
import { oneOut, withoutCost } from './commonParts.ts';
import {
	defineLayer,
	type FixProposal,
	type Inferred,
	type LayerDefinition,
	type LayerProblem,
	type PortDefinition,
} from './defineLayer.ts';
import { digits } from './formulaParts.ts';
import { insertReshape, refused, shaped } from './shapeProblems.ts';

/** Two wires or more, in order. */
export const joiningPorts: readonly PortDefinition[] = [{ name: 'in', many: true, min: 2 }];

type ElementwiseDefinition = Pick<LayerDefinition, 'kind' | 'text' | 'targets'> & {
	/** Where a kind takes fewer inputs than any. */
	infer?(inputs: readonly TensorShape[]): Inferred;
};

/** A kind that joins values place by place, with nothing to set or to learn: `[14, 14, 32]` twice → `[14, 14, 32]`. */
export function defineElementwise({ infer = inferElementwise, ...own }: ElementwiseDefinition) {
	return defineLayer({
		...own,
		...withoutCost,
		category: 'joining',
		icon: 'joining',
		inputs: joiningPorts,
		outputs: oneOut,
		fields: {},
		inferShape: (_config, inputs) => infer(inputs),
		sight: () => ({ kind: 'point' }),
		cardValues: () => ({}),
	});
}

/**
 * Size of values joined one by one: all equal, or 1 where one value serves the whole axis (squeeze-and-excite):
 * `[14, 14, 32]` with `[1, 1, 32]` → `[14, 14, 32]`. Axes of different number are refused, as a vector has no rows to meet.
 */
export function inferElementwise(inputs: readonly TensorShape[]): Inferred {
	const output = broadcast(inputs);
	return output ? shaped(output) : refused(shapesDiffer(inputs));
}

function broadcast(inputs: readonly TensorShape[]): TensorShape | null {
	const [first, ...others] = inputs;
	if (!first) return null;
	let output: TensorShape = first;
	for (const other of others) {
		if (other.length !== output.length) return null;
		const isFitting = other.every((dim, axis) => dim === 1 || output[axis] === 1 || dim === output[axis]);
		if (!isFitting) return null;
		output = output.map((dim, axis) => Math.max(dim, other[axis] ?? 1));
	}
	return output;
}

function shapesDiffer(inputs: readonly TensorShape[]): LayerProblem {
	const [odd, base] = oddOneOut(inputs);
	const differing = inputs[odd] ?? [];
	const expected = inputs[base] ?? [];
	const isOnlyOne = inputs.every((shape, index) => index === odd || isSameShape(shape, expected));
	const fixes: FixProposal[] = [...reshapedVector(inputs)];
	if (isOnlyOne) {
		const projection = projectionFix(differing, expected, odd);
		if (projection) fixes.push(projection);
		const zeros = zeroChannelsFix(differing, expected, odd);
		if (zeros) fixes.push(zeros);
	}
	const joined = concatenated(inputs, inputs[0] ? inputs[0].length - 1 : 0);
	if (joined) {
		fixes.push({
			kind: 'replaceKind',
			id: 'concatenateInstead',
			label: message('fix.concatenateInstead.label'),
			detail: message('fix.concatenateInstead.detail', { shape: joined }),
			layerKind: 'concatenate',
			config: { axis: 'channels' },
		});
	}
	return {
		code: 'shapesDiffer',
		severity: 'error',
		input: odd,
		values: { shape: differing, other: expected, wire: odd + 1, otherWire: base + 1 },
		received: message('diagnostic.value.shape', { shape: differing }),
		expected: message('diagnostic.value.shape', { shape: expected }),
		fixes,
	};
}

/**
 * The wire to change and the one it should agree with: the most frequent size stays, and of two the one that
 * a stride can bring down, or that has fewer channels, is changed.
 */
function oddOneOut(inputs: readonly TensorShape[]): readonly [odd: number, base: number] {
	const votes = (shape: TensorShape) => inputs.filter((other) => isSameShape(shape, other)).length;
	const pairs = inputs.flatMap((odd, oddIndex) =>
		inputs.flatMap((base, baseIndex) => (isSameShape(odd, base) ? [] : [{ odd, oddIndex, base, baseIndex }])),
	);
	const score = ({ odd, base }: { readonly odd: TensorShape; readonly base: TensorShape }): number => {
		const isReachable = projection(odd, base) !== null;
		const gain = (base[base.length - 1] ?? 0) - (odd[odd.length - 1] ?? 0);
		return (votes(base) - votes(odd)) * 4 + (isReachable ? 2 : 0) + (gain > 0 ? 1 : 0);
	};
	const [best] = [...pairs].sort((a, b) => score(b) - score(a) || b.oddIndex - a.oddIndex);
	return best ? [best.oddIndex, best.baseIndex] : [1, 0];
}

type Projection =
	| { readonly of: 'map'; readonly strides: readonly [number, number]; readonly filters: number; readonly weights: number }
	| { readonly of: 'vector'; readonly units: number; readonly weights: number };

/** The 1 × 1 convolution of residual networks, with the stride that brings the map down, where one does. */
function projection(from: TensorShape, to: TensorShape): Projection | null {
	if (isMapShape(from) && isMapShape(to)) {
		const down = strideBetween(from[0], to[0]);
		const across = strideBetween(from[1], to[1]);
		if (down === null || across === null) return null;
		return { of: 'map', strides: [down, across], filters: to[2], weights: (from[2] + 1) * to[2] };
	}
	const [inputs] = from;
	const [units] = to;
	if (from.length !== 1 || to.length !== 1 || inputs === undefined || units === undefined) return null;
	return { of: 'vector', units, weights: (inputs + 1) * units };
}

export function projectionFix(from: TensorShape, to: TensorShape, input: number): FixProposal | null {
	const found = projection(from, to);
	if (!found) return null;
	if (found.of === 'vector') {
		return {
			kind: 'insertBefore',
			id: 'projectDense',
			label: message('fix.projectDense.label'),
			detail: message('fix.projectDense.detail', { units: found.units, weights: found.weights, wire: input + 1 }),
			layerKind: 'dense',
			config: { units: found.units, activation: 'linear' },
			input,
		};
	}
	const [down, across] = found.strides;
	return {
		kind: 'insertBefore',
		id: 'project',
		label: message('fix.project.label'),
		detail: message('fix.project.detail', {
			stride: down === across ? digits(down) : `${digits(across)} × ${digits(down)}`,
			isStrided: down > 1 || across > 1 ? 'yes' : 'no',
			shape: to,
			weights: found.weights,
			wire: input + 1,
		}),
		layerKind: 'conv2d',
		config: { filters: found.filters, kernelSize: [1, 1], strides: [down, across], padding: 'same', activation: 'linear' },
		input,
	};
}

/** A vector with one value per channel serves every place once it is 1 × 1 × C: the gate of squeeze-and-excite. */
function reshapedVector(inputs: readonly TensorShape[]): readonly FixProposal[] {
	const vectors = inputs.flatMap((shape, index) => (shape.length === 1 ? [index] : []));
	const [at] = vectors;
	const length = at === undefined ? undefined : inputs[at]?.[0];
	if (at === undefined || length === undefined || vectors.length !== 1) return [];
	const shape = [1, 1, length];
	return broadcast(inputs.map((other, index) => (index === at ? shape : other))) ? [insertReshape(shape, at)] : [];
}

/** Channels of zeros make a shortcut agree without weights, as in the small residual networks of He 2015 (option A). */
function zeroChannelsFix(from: TensorShape, to: TensorShape, input: number): FixProposal | null {
	if (!isMapShape(from) || !isMapShape(to) || from[0] !== to[0] || from[1] !== to[1] || from[2] >= to[2]) return null;
	const missing = to[2] - from[2];
	const before = (missing - (missing % 2)) / 2;
	return {
		kind: 'insertBefore',
		id: 'zeroChannels',
		label: message('fix.zeroChannels.label'),
		detail: message('fix.zeroChannels.detail', { count: missing, wire: input + 1 }),
		layerKind: 'padChannels',
		config: { before, after: missing - before },
		input,
	};
}

/** Size of tensors put behind each other along `axis`; null where they differ on another axis. */
export function concatenated(inputs: readonly TensorShape[], axis: number): TensorShape | null {
	const [first] = inputs;
	if (!first || axis < 0 || axis >= first.length) return null;
	const isFitting = inputs.every((shape) => shape.length === first.length && shape.every((dim, at) => at === axis || dim === first[at]));
	if (!isFitting) return null;
	const length = inputs.reduce((sum, shape) => sum + (shape[axis] ?? 0), 0);
	return first.map((dim, at) => (at === axis ? length : dim));
}
