import type { NodeConfig } from '#shared/graph/document.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { type Tensor, Unsupported } from '../builder.ts';
import { type Call, ownAxis, type Rule } from '../call.ts';
import type { Constant } from '../tensor.ts';
import { atLeast, atMost, inSteps } from './activation.ts';
import { inOurOrder } from './dense.ts';

/** Scale and shift by numbers of the file: one for all, or one for each channel. */
function affine(
	call: Call,
	input: Tensor,
	numbers: Constant,
	made: (value: number) => { readonly scale: number; readonly offset: number },
): Tensor {
	const values = Float32Array.from(numbers.values);
	const keep = { axes: input.axes, order: input.order };
	if (values.length === 1) {
		const { scale, offset } = made(values[0] ?? 0);
		if (scale === 1 && offset === 0) return input;
		return { ...call.build.add(call.name, 'rescaling', [input], { config: { scale, offset } }), ...keep };
	}
	const perChannel = channelValues(input, numbers);
	if (!perChannel) return perPlace(call, input, numbers, made);
	const factors = [...perChannel].map(made);
	if (
		factors.every(({ scale }) => scale === 1) &&
		call.isAlone(placeOfTensor(call)) &&
		call.build.takeBias(
			input.layer,
			Float32Array.from(factors, ({ offset }) => offset),
		)
	)
		return input;
	return { ...scaledAndShifted(call, input, factors), ...keep };
}

interface Factor {
	readonly scale: number;
	readonly offset: number;
}

function scaledAndShifted(call: Call, input: Tensor, factors: readonly Factor[]): Tensor {
	const weight = (value: (at: number) => number) => ({
		shape: [factors.length],
		values: Float32Array.from(factors, (_, at) => value(at)),
	});
	return call.build.add(call.name, 'batchNorm', [input], {
		config: { epsilon: AFFINE_EPSILON, center: true, scale: true },
		weights: {
			gamma: weight((at) => factors[at]?.scale ?? 1),
			beta: weight((at) => factors[at]?.offset ?? 0),
			movingMean: weight(() => 0),
			movingVariance: weight(() => 1 - AFFINE_EPSILON),
		},
		isFrozen: true,
	});
}

/** Another number at every place: for a while each place is a channel of its own. */
function perPlace(call: Call, input: Tensor, numbers: Constant, made: (value: number) => Factor): Tensor {
	const { shape } = input;
	if (shape === null || input.order) throw new Unsupported();
	const flat = call.build.add(`${call.name} flat`, 'flatten', [input]);
	const row = scaledAndShifted(call, flat, [...inOurPlaces(input, numbers)].map(made));
	const map = call.build.add(`${call.name} shaped`, 'reshape', [row], { config: { targetShape: [...shape] } });
	return { ...map, axes: input.axes, order: null };
}

/** Numbers of the file for each of our values; an axis of one serves the whole axis of ours. */
export function inOurPlaces({ shape, axes }: Tensor, { shape: dims, values }: Constant): Float32Array {
	if (shape === null) throw new Unsupported();
	const rank = axes.length + 1;
	const padded = [...Array.from({ length: rank - dims.length }, () => 1), ...dims];
	const isFitting = padded.length === rank && padded[0] === 1;
	const sizes = axes.map((axis) => (axis === null ? 1 : (shape[axis] ?? 1)));
	if (!isFitting || sizes.some((size, place) => ![1, size].includes(padded[place + 1] ?? 0))) throw new Unsupported();
	const steps = padded.map((_, place) => countValues(padded.slice(place + 1)));
	return Float32Array.from({ length: countValues(shape) }, (_, at) => {
		let [rest, place] = [at, 0];
		for (let own = shape.length - 1; own >= 0; own--) {
			const theirs = axes.indexOf(own) + 1;
			const size = shape[own] ?? 1;
			if (padded[theirs] !== 1) place += (rest % size) * (steps[theirs] ?? 0);
			rest = Math.floor(rest / size);
		}
		return values[place] ?? 0;
	});
}

/** A variance of one less this makes a frozen batch normalization a plain scale and shift. */
const AFFINE_EPSILON = 1e-6;

const placeOfTensor = (call: Call): number => (call.isConstant(0) ? 1 : 0);

/** One number for each of our channels; `null` where they differ along another axis. */
function channelValues(input: Tensor, { shape, values }: Constant): Float32Array | null {
	if (input.shape === null) throw new Unsupported();
	const rank = input.axes.length + 1;
	if (shape.length > rank) throw new Unsupported();
	const padded = [...Array.from({ length: rank - shape.length }, () => 1), ...shape];
	const long = padded.flatMap((dim, axis) => (dim > 1 ? [axis] : []));
	const [axis] = long;
	if (long.length !== 1 || axis === undefined || axis === 0) return null;
	const own = ownAxis(input, axis);
	if (own !== input.shape.length - 1 || input.shape[own] !== values.length) return null;
	return inOurOrder(Float32Array.from(values), input.order);
}

/** An operator of two inputs: two layers are joined, numbers of the file become a scale or a shift. */
export function arithmetic(
	kind: string | null,
	scaleBy: (number: number, isFirst: boolean) => { scale: number; offset: number } | null,
): Rule {
	return (call) => {
		const place = placeOfTensor(call);
		if (call.isConstant(1 - place)) {
			const input = call.tensor(place);
			return affine(call, input, call.constant(1 - place), (value) => {
				const made = scaleBy(value, place === 1);
				if (!made) throw new Unsupported();
				return made;
			});
		}
		if (kind === null) throw new Unsupported();
		return joinedBy(call, kind);
	};
}

/** The larger or smaller of two, of which one may be a number of the file; the smallest is the negative of the largest of the negatives. */
export function extreme(isLargest: boolean): Rule {
	return (call) => {
		const place = placeOfTensor(call);
		if (call.count === 2 && call.isConstant(1 - place)) {
			const { values } = call.constant(1 - place);
			if (values.length !== 1) throw new Unsupported();
			return inSteps(call, call.tensor(place), (isLargest ? atLeast : atMost)(values[0] ?? 0));
		}
		if (isLargest) return joinedBy(call, 'maximum');
		const { inputs, axes, order } = aligned(call, call.tensors());
		const turned = (tensor: Tensor) => inSteps(call, tensor, [['rescaling', { scale: -1, offset: 0 }]]);
		return turned({ ...call.build.add(call.name, 'maximum', inputs.map(turned)), axes, order });
	};
}

/** Powers that are products. */
export const power: Rule = (call) => {
	const { values } = call.constant(1);
	const input = call.tensor(0);
	if (values.length !== 1 || values[0] !== 2) throw new Unsupported();
	return { ...call.build.add(call.name, 'multiply', [input, input]), axes: input.axes, order: input.order };
};

/** Layers joined place by place; a row beside maps stands for a value of each map. */
export function joined(kind: string, config: NodeConfig = {}): Rule {
	return (call) => joinedBy(call, kind, config);
}

function joinedBy(call: Call, kind: string, config: NodeConfig = {}): Tensor {
	const { inputs, axes, order } = aligned(call, call.tensors());
	if (inputs.length < 2) throw new Unsupported();
	return { ...call.build.add(call.name, kind, inputs, { config }), axes, order };
}

/** Inputs whose axes lie alike. */
function aligned(
	call: Call,
	inputs: readonly Tensor[],
): { readonly inputs: readonly Tensor[]; readonly axes: Tensor['axes']; readonly order: Int32Array | null } {
	const [first] = inputs;
	if (!first) throw new Unsupported();
	const isAlike = inputs.every(
		({ axes, order, shape }) =>
			axes.join() === first.axes.join() && (order?.join() ?? '') === (first.order?.join() ?? '') && shape?.length === first.shape?.length,
	);
	if (isAlike) return { inputs, axes: first.axes, order: first.order };
	const maps = inputs.map((input) => call.build.toMap(input));
	return { inputs: maps, axes: maps[0]?.axes ?? [], order: null };
}

export const concat: Rule = (call) => {
	const given = call.tensors();
	const { inputs, axes } = aligned(
		call,
		given.map((tensor) => ({ ...tensor, order: null })),
	);
	const [first] = inputs;
	if (!first) throw new Unsupported();
	if (inputs.length === 1) return first;
	const own = first.shape === null ? 2 : ownAxis({ ...first, axes }, call.number('axis', 1));
	const rank = first.shape?.length ?? 3;
	const axis = own === rank - 1 ? 'channels' : own === 0 ? 'height' : 'width';
	return { ...call.build.add(call.name, 'concatenate', inputs, { config: { axis } }), axes, order: joinedOrder(given) };
};

/** Rows one after the other, each in its own order. */
function joinedOrder(inputs: readonly Tensor[]): Int32Array | null {
	if (inputs.every(({ order }) => order === null)) return null;
	const parts: number[] = [];
	for (const { order, shape } of inputs) {
		const count = shape?.[0] ?? 0;
		const start = parts.length;
		for (let at = 0; at < count; at++) parts.push(start + (order?.[at] ?? at));
	}
	return Int32Array.from(parts);
}
