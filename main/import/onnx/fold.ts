import { countValues } from '#shared/tensor/shape.ts';
import { transpose } from '#shared/tensor/transpose.ts';
import type { Attribute, OnnxNode } from './model.ts';
import type { Constant } from './tensor.ts';

/** Whole numbers of an attribute, or of a constant input where newer files have them. */
export function integersOf(value: Attribute | undefined): readonly number[] | undefined {
	if (value === undefined || typeof value === 'string') return undefined;
	if (typeof value === 'number') return [value];
	return isConstant(value) ? [...value.values] : value;
}

export function isConstant(value: Attribute): value is Constant {
	return typeof value === 'object' && 'values' in value && 'shape' in value;
}

const elementwise: Readonly<Record<string, (a: number, b: number) => number>> = {
	Add: (a, b) => a + b,
	Sub: (a, b) => a - b,
	Mul: (a, b) => a * b,
	Div: (a, b) => a / b,
	Pow: (a, b) => a ** b,
};
const unary: Readonly<Record<string, (a: number) => number>> = {
	Sqrt: Math.sqrt,
	Neg: (a) => -a,
	Reciprocal: (a) => 1 / a,
	Exp: Math.exp,
	Abs: Math.abs,
	Floor: Math.floor,
	Ceil: Math.ceil,
};

/**
 * What an operator makes of numbers alone, which needs no layer; `undefined` where that is not known. Shapes that a network computes
 * for itself come out as whole numbers, the unknown batch among them as −1.
 */
export function fold(node: OnnxNode, inputs: readonly (Constant | undefined)[], opset: number): Constant | undefined {
	const { operator, attributes } = node;
	if (operator === 'Constant') return constantOf(attributes);
	const [first, second] = inputs;
	if (!first) return undefined;
	const pair = elementwise[operator];
	if (pair)
		return second && broadcast(first, second, isWhole(first) && isWhole(second) && operator === 'Div' ? (a, b) => Math.trunc(a / b) : pair);
	const single = unary[operator];
	if (single) return like(first, [...first.values].map(single));
	switch (operator) {
		case 'Identity':
		case 'Cast':
			return first;
		case 'Transpose':
			return turned(first, integersOf(attributes.get('perm')) ?? first.shape.map((_, axis) => first.shape.length - 1 - axis));
		case 'Gather':
			return second && gather(first, second, integersOf(attributes.get('axis'))?.[0] ?? 0);
		case 'Concat':
			return inputs.every((input) => input && input.shape.length <= 1)
				? {
						shape: [inputs.reduce((sum, input) => sum + (input?.values.length ?? 0), 0)],
						values: inputs.flatMap((input) => [...(input?.values ?? [])]),
					}
				: undefined;
		case 'Reshape': {
			if (!second) return undefined;
			const shape = resolved([...second.values], first.shape);
			return shape && { shape, values: first.values };
		}
		case 'Unsqueeze':
		case 'Squeeze': {
			const given = (opset < 13 ? integersOf(attributes.get('axes')) : second && [...second.values]) ?? undefined;
			const shape = operator === 'Squeeze' ? squeezed(first.shape, given) : unsqueezed(first.shape, given ?? []);
			return { shape, values: first.values };
		}
		case 'Slice':
			return slice(first, node, inputs);
		case 'ReduceProd':
			return { shape: [], values: [countValues([...first.values])] };
		case 'ConstantOfShape': {
			const fill = attributes.get('value');
			const shape = [...first.values];
			const count = countValues(shape);
			const value = fill !== undefined && isConstant(fill) ? (fill.values[0] ?? 0) : 0;
			return count >= 0 && count <= 65_536 ? { shape, values: Array.from({ length: count }, () => value) } : undefined;
		}
		default:
			return undefined;
	}
}

function constantOf(attributes: OnnxNode['attributes']): Constant | undefined {
	const value = attributes.get('value');
	if (value !== undefined) return isConstant(value) ? value : undefined;
	const [list] = ['value_ints', 'value_floats'].map((name) => integersOf(attributes.get(name))).filter((found) => found !== undefined);
	if (list) return { shape: [list.length], values: list };
	const single = attributes.get('value_float') ?? attributes.get('value_int');
	return typeof single === 'number' ? { shape: [], values: [single] } : undefined;
}

const isWhole = ({ values }: Constant): boolean => !(values instanceof Float32Array);

function like({ shape, values: before }: Constant, values: readonly number[]): Constant {
	return { shape, values: before instanceof Float32Array ? Float32Array.from(values) : values };
}

function broadcast(a: Constant, b: Constant, combine: (a: number, b: number) => number): Constant | undefined {
	const rank = Math.max(a.shape.length, b.shape.length);
	const padded = (shape: readonly number[]) => [...Array.from({ length: rank - shape.length }, () => 1), ...shape];
	const [left, right] = [padded(a.shape), padded(b.shape)];
	const shape = left.map((dim, axis) => Math.max(dim, right[axis] ?? 1));
	if (shape.some((dim, axis) => ![1, dim].includes(left[axis] ?? 1) || ![1, dim].includes(right[axis] ?? 1))) return undefined;
	const count = countValues(shape);
	if (count > Math.max(a.values.length, b.values.length)) return undefined;
	const at = (dims: readonly number[], index: number): number => {
		let [rest, stride, place] = [index, 1, 0];
		for (let axis = rank - 1; axis >= 0; axis--) {
			const dim = shape[axis] ?? 1;
			if (dims[axis] !== 1) place += (rest % dim) * stride;
			stride *= dims[axis] ?? 1;
			rest = Math.floor(rest / dim);
		}
		return place;
	};
	const values = Array.from({ length: count }, (_, index) => combine(a.values[at(left, index)] ?? 0, b.values[at(right, index)] ?? 0));
	return { shape, values: isWhole(a) && isWhole(b) ? values : Float32Array.from(values) };
}

/** A constant with its axes in another order. */
export function turned({ shape, values }: Constant, perm: readonly number[]): Constant {
	const isFloat = values instanceof Float32Array;
	const moved = transpose(isFloat ? values : Float32Array.from(values), shape, perm);
	return { shape: perm.map((axis) => shape[axis] ?? 1), values: isFloat ? moved : [...moved] };
}

function gather({ shape, values }: Constant, { shape: places, values: indices }: Constant, axis: number): Constant | undefined {
	if (shape.length !== 1 || axis !== 0) return undefined;
	return { shape: places, values: [...indices].map((index) => values[index < 0 ? values.length + index : index] ?? 0) };
}

/** A part of numbers along each axis named, forwards or backwards. */
function slice(given: Constant, { attributes }: OnnxNode, inputs: readonly (Constant | undefined)[]): Constant {
	const part = (name: string, place: number) => integersOf(attributes.get(name)) ?? (inputs[place] && [...inputs[place].values]);
	const starts = part('starts', 1) ?? [];
	const axes = part('axes', 3) ?? starts.map((_, axis) => axis);
	let sliced = given;
	for (const [place, axis] of axes.entries()) {
		const own = axis < 0 ? axis + given.shape.length : axis;
		const step = part('steps', 4)?.[place] ?? 1;
		sliced = alongAxis(sliced, own, pickedPlaces(given.shape[own] ?? 0, starts[place] ?? 0, part('ends', 2)?.[place] ?? 0, step));
	}
	return sliced;
}

function pickedPlaces(count: number, start: number, end: number, step: number): readonly number[] {
	const from = (value: number, low: number, high: number) => Math.min(Math.max(value < 0 ? value + count : value, low), high);
	const [first, last] = step > 0 ? [from(start, 0, count), from(end, 0, count)] : [from(start, 0, count - 1), from(end, -1, count - 1)];
	const places = Math.max(0, Math.ceil((last - first) / step));
	return Array.from({ length: Number.isFinite(places) ? places : 0 }, (_, at) => first + at * step);
}

function alongAxis({ shape, values }: Constant, axis: number, places: readonly number[]): Constant {
	const inner = countValues(shape.slice(axis + 1));
	const outer = countValues(shape.slice(0, axis));
	const size = shape[axis] ?? 1;
	const picked: number[] = [];
	for (let block = 0; block < outer; block++) {
		for (const place of places) for (let at = 0; at < inner; at++) picked.push(values[(block * size + place) * inner + at] ?? 0);
	}
	const next = shape.map((dim, at) => (at === axis ? places.length : dim));
	return { shape: next, values: values instanceof Float32Array ? Float32Array.from(picked) : picked };
}

/** A shape with its open dimension filled in: 0 copies, −1 takes the rest. */
export function resolved(target: readonly number[], from: readonly number[]): readonly number[] | undefined {
	const dims = target.map((dim, axis) => (dim === 0 ? (from[axis] ?? 1) : dim));
	const count = countValues(from);
	const known = countValues(dims.filter((dim) => dim !== -1));
	if (dims.filter((dim) => dim === -1).length > 1 || count % known !== 0) return undefined;
	const filled = dims.map((dim) => (dim === -1 ? count / known : dim));
	return countValues(filled) === count ? filled : undefined;
}

export function squeezed<Dim extends number | null>(shape: readonly Dim[], axes: readonly number[] | undefined): readonly Dim[] {
	const gone = axes?.map((axis) => (axis < 0 ? axis + shape.length : axis));
	return shape.filter((dim, axis) => (gone ? !gone.includes(axis) : dim !== 1));
}

export function unsqueezed<Dim extends number | null>(shape: readonly Dim[], axes: readonly number[]): readonly (Dim | 1)[] {
	const rank = shape.length + axes.length;
	const added = new Set(axes.map((axis) => (axis < 0 ? axis + rank : axis)));
	const rest = [...shape];
	return Array.from({ length: rank }, (_, axis) => (added.has(axis) ? 1 : (rest.shift() ?? 1)));
}
