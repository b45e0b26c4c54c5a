import { isMapShape, type TensorShape } from '../tensor/shape.ts';
import { sidesOf, type WindowGeometry } from '../tensor/window.ts';
import type { FusedActivation } from './activations.ts';

/**
 * The words in which a kind describes itself for ONNX: an expression of operators, from what the node takes in to what it gives.
 * Maps are channels first, `[batch, channels, height, width]`, anything else is as in a plan.
 */
export type OnnxValue = OnnxInput | OnnxWeight | OnnxNumbers | OnnxNode;

/** What comes in by the wire of this place. */
export interface OnnxInput {
	readonly from: 'input';
	readonly index: number;
}

/** A weight of the node by its name in the plan; its axes are put in ONNX's order by its declared layout. */
export interface OnnxWeight {
	readonly from: 'weight';
	readonly name: string;
	/** In another shape with the same numbers in the same order: `[32]` as `[32, 1, 1]`. */
	readonly shape?: readonly number[];
}

/** Numbers that the layer's settings decide. */
export interface OnnxNumbers {
	readonly from: 'numbers';
	readonly type: 'float' | 'int64';
	readonly shape: readonly number[];
	readonly values: readonly number[];
}

/** One operator of ONNX's default domain. The same node used twice is computed once. */
export interface OnnxNode {
	readonly from: 'node';
	readonly operator: string;
	/** `null` leaves out an optional input. */
	readonly inputs: readonly (OnnxValue | null)[];
	readonly attributes: Readonly<Record<string, OnnxAttribute>>;
	/** Size of what it gives, without the batch, in ONNX's order; the layer's own output where absent. */
	readonly shape?: readonly number[];
	/** Only puts values in the plan's order, which a target may leave out where what follows takes them in ONNX's. */
	readonly isReordering?: true;
}

/** Whole numbers and words stand for themselves. */
export type OnnxAttribute = number | readonly number[] | string | { readonly float: number };

export function node(
	operator: string,
	inputs: readonly (OnnxValue | null)[],
	attributes: OnnxNode['attributes'] = {},
	shape?: readonly number[],
): OnnxNode {
	return { from: 'node', operator, inputs, attributes, ...(shape ? { shape } : {}) };
}

export function weight(name: string, shape?: readonly number[]): OnnxWeight {
	return { from: 'weight', name, ...(shape ? { shape } : {}) };
}

export function floats(values: readonly number[], shape: readonly number[] = [values.length]): OnnxNumbers {
	return { from: 'numbers', type: 'float', shape, values };
}

export function integers(values: readonly number[]): OnnxNumbers {
	return { from: 'numbers', type: 'int64', shape: [values.length], values };
}

/** One number for every place. */
function scalar(value: number): OnnxNumbers {
	return floats([value], []);
}

/** The only value that a layer with one wire takes in. */
export function only(values: readonly OnnxValue[]): OnnxValue {
	const [value] = values;
	if (!value || values.length !== 1) throw new Error(`a layer with one input was given ${values.length}`);
	return value;
}

/** A layer that does nothing once the network is trained. */
export function unchanged(_config: unknown, values: readonly OnnxValue[]): OnnxValue {
	return only(values);
}

/** An operator that joins any number of inputs: `Max`, `Mean`. */
export function joined(operator: string) {
	return (_config: unknown, values: readonly OnnxValue[]): OnnxValue => node(operator, values);
}

/** An operator of two inputs over any number of them, from the first on. */
export function folded(operator: string) {
	return (_config: unknown, values: readonly OnnxValue[]): OnnxValue => values.reduce((left, right) => node(operator, [left, right]));
}

/** Size in ONNX's order: `[28, 28, 6]` → `[6, 28, 28]`. */
export function channelsFirst(shape: TensorShape): TensorShape {
	return isMapShape(shape) ? [shape[2], shape[0], shape[1]] : shape;
}

/** Place of the channels among the axes, the batch counted. */
export function channelAxis(shape: TensorShape): number {
	return isMapShape(shape) ? 1 : shape.length;
}

/** Shape of one number per channel that meets values of `shape`: `[6]` → `[6, 1, 1]` beside a map. */
export function perChannel(channels: number, shape: TensorShape): readonly number[] {
	return isMapShape(shape) ? [channels, 1, 1] : [channels];
}

/** Rows, columns and channels in the plan's order; nothing to do where one of both parts is a single value. */
export function toChannelsLast(value: OnnxValue, shape: TensorShape): OnnxValue {
	if (isSameEitherWay(shape)) return value;
	return { ...node('Transpose', [value], { perm: [0, 2, 3, 1] }, shape), isReordering: true };
}

/** From the plan's order to ONNX's. */
export function toChannelsFirst(value: OnnxValue, shape: TensorShape): OnnxValue {
	return isSameEitherWay(shape) ? value : node('Transpose', [value], { perm: [0, 3, 1, 2] }, channelsFirst(shape));
}

/** The same numbers in the same order under another size, in ONNX's own order. */
export function reshaped(value: OnnxValue, shape: readonly number[]): OnnxNode {
	// 0 keeps the batch.
	return node('Reshape', [value, integers([0, ...shape])], {}, shape);
}

function isSameEitherWay(shape: TensorShape): boolean {
	return !isMapShape(shape) || shape[2] === 1 || shape[0] * shape[1] === 1;
}

/** Zeros by number of cells, as ONNX lists them: all beginnings, then all ends. */
export function padsOf(geometry: WindowGeometry): readonly number[] {
	const { top, bottom, left, right } = sidesOf(geometry);
	return [top, left, bottom, right];
}

/** The activation that a layer ends with, over values of `shape`. */
export function activated(activation: FusedActivation, value: OnnxValue, shape: TensorShape): OnnxValue {
	switch (activation) {
		case 'linear':
			return value;
		case 'relu6':
			return node('Clip', [value, scalar(0), scalar(6)]);
		case 'elu':
			return node('Elu', [value], { alpha: { float: 1 } });
		case 'swish':
			return node('Mul', [value, node('Sigmoid', [value])]);
		case 'softmax':
			return node('Softmax', [value], { axis: channelAxis(shape) });
		default:
			return node(operators[activation], [value]);
	}
}

/** Activations that ONNX has by one operator, whose defaults are the settings of Keras: SELU's α and scale, GELU by the error function. */
const operators = {
	relu: 'Relu',
	selu: 'Selu',
	gelu: 'Gelu',
	mish: 'Mish',
	sigmoid: 'Sigmoid',
	tanh: 'Tanh',
	softplus: 'Softplus',
} as const satisfies Partial<Record<FusedActivation, string>>;

/** One number times, one number plus. */
export function scaled(value: OnnxValue, factors: OnnxNumbers, offsets: OnnxNumbers): OnnxValue {
	return node('Add', [node('Mul', [value, factors]), offsets]);
}

/** `Gemm` with a kernel of one row per unit, as PyTorch and most viewers have it. */
export const ROWS_ARE_UNITS = { transB: 1 } as const;
