import { call, type Expression, input, method, own, type Value } from '../python/expression.ts';
import { isMapShape, type MapShape, type TensorShape } from '../tensor/shape.ts';
import type { Pair, Sides, WindowAxis, WindowGeometry } from '../tensor/window.ts';

/**
 * What a layer does with a vector whose values stand in another order than ours: PyTorch flattens a map channel by channel, we do so
 * place by place.
 *
 * - `makes`: puts a map in a row.
 * - `keeps`: works value by value, each weight belonging to one value.
 * - `absorbs`: every value has weights of its own, whose order follows that of the values.
 *
 * Any other layer needs the values in our order.
 */
export type VectorOrder = 'makes' | 'keeps' | 'absorbs';

/** A layer as a person would write it for PyTorch. */
export interface TorchLayer {
	/** In order; the first takes the node's inputs. An empty chain passes its input on. */
	readonly chain: readonly TorchLink[];
	readonly vectorOrder?: VectorOrder;
	/** Classes and functions that PyTorch lacks, written once above the network. */
	readonly helpers?: readonly TorchHelper[];
}

export type TorchLink =
	/** Held as an attribute: `self.conv_1 = nn.Conv2d(1, 6, kernel_size=5)`. */
	| {
			readonly kind: 'module';
			/** Where a layer holds several, what tells them apart: `conv_1_pointwise`. */
			readonly part: string | null;
			readonly make: Expression;
			readonly weights: readonly TorchWeight[];
			/** How the value goes through it; `own(input)` in most cases. */
			readonly use: Expression;
	  }
	/** Numbers that move with the network and are not trained: `self.register_buffer("sobel_1", …)`. */
	| { readonly kind: 'buffer'; readonly part: string | null; readonly make: Expression }
	/** A line of its own, or around the module before it. */
	| { readonly kind: 'step'; readonly write: Expression; readonly activation?: string };

/** A parameter or buffer of a module, by PyTorch's name. */
export interface TorchWeight {
	readonly name: 'weight' | 'bias' | 'running_mean' | 'running_var';
	/** Our weight's name; or what fills it where PyTorch cannot do without and we can: it is not trained then. */
	readonly from: string | { readonly fill: 0 | 1; readonly length: number };
}

/** Python that is the same in every network. */
export interface TorchHelper {
	readonly name: string;
	readonly source: string;
}

export function torchModule(
	make: Expression,
	weights: readonly TorchWeight[] = [],
	part: string | null = null,
	use?: Expression,
): TorchLink {
	return { kind: 'module', part, make, weights, use: use ?? call(own(part), [input()]) };
}

export function torchStep(write: Expression): TorchLink {
	return { kind: 'step', write };
}

/** `nn.Dropout(0.5)`: nothing to learn, and each value by itself. */
export function torchPointwise(make: Expression): TorchLayer {
	return { chain: [torchModule(make)], vectorOrder: 'keeps' };
}

/** Values that are computed from all inputs, in order. */
export function torchJoin(write: Expression): TorchLayer {
	return { chain: [torchStep(write)] };
}

export function inputsOf(shapes: readonly TensorShape[]): readonly Expression[] {
	return shapes.map((_, index) => input(index));
}

/** `weight` and, where there is one, `bias`, of our `kernel` and `bias`. */
export function kernelAndBias(useBias: boolean, kernel = 'kernel'): readonly TorchWeight[] {
	return [{ name: 'weight', from: kernel }, ...(useBias ? [{ name: 'bias', from: 'bias' } as const] : [])];
}

/** One number where both are alike, as people write it. */
export function pairValue([height, width]: Pair): Value {
	return height === width ? height : [height, width];
}

/** A setting that is left out where it is what PyTorch takes anyway. */
export function unlessUsual(pair: Pair, usual: number): Value | undefined {
	return pair.every((value) => value === usual) ? undefined : pairValue(pair);
}

/** `F.pad(x, (left, right, top, bottom))`. */
export function padSides({ top, bottom, left, right }: Sides, fill?: number): Expression {
	return call('F.pad', [input(), [left, right, top, bottom]], { value: fill });
}

/**
 * Zeros at both sides that give the same places as ours; null where the two sides must differ. PyTorch takes one number for both
 * and rounds down, so what is missing at the end does not matter as long as no place is added.
 */
export function evenPadding(geometry: WindowGeometry): Pair | null {
	const isEven = (axis: WindowAxis) =>
		Math.floor((axis.input + 2 * axis.padBefore - axis.effectiveWindow) / axis.stride) + 1 === axis.output;
	return isEven(geometry.height) && isEven(geometry.width) ? [geometry.height.padBefore, geometry.width.padBefore] : null;
}

/** A map with its channels last, as our sizes have it: `N × H × W × C`. */
export function channelsLast(value: Expression): Expression {
	return method(value, 'permute', [0, 2, 3, 1]);
}

export function channelsFirst(value: Expression): Expression {
	return method(value, 'permute', [0, 3, 1, 2]);
}

/** Our size in PyTorch's order: `[28, 28, 6]` → 6, 28, 28. */
export function torchShape(shape: TensorShape): readonly number[] {
	return isMapShape(shape) ? [shape[2], shape[0], shape[1]] : shape;
}

/**
 * A module that looks for the channels in axis 1: there they are in maps and vectors. Of two axes the last is ours for channels, so
 * both trade places before it and after it.
 */
export function alongChannels(shape: TensorShape, part: string | null = null): Expression {
	if (shape.length !== 2) return call(own(part), [input()]);
	return method(call(own(part), [method(input(), 'transpose', [1, 2])]), 'transpose', [1, 2]);
}

const functions: Readonly<Record<string, string>> = {
	relu: 'F.relu',
	relu6: 'F.relu6',
	elu: 'F.elu',
	selu: 'F.selu',
	gelu: 'F.gelu',
	swish: 'F.silu',
	hardSwish: 'F.hardswish',
	mish: 'F.mish',
	sigmoid: 'torch.sigmoid',
	tanh: 'torch.tanh',
	softplus: 'F.softplus',
};

/** The activation that a layer ends with: nothing for `linear`. Softmax goes along the channels, which are axis 1 of any value. */
export function torchActivation(activation: string): readonly TorchLink[] {
	if (activation === 'linear') return [];
	if (activation === 'softmax') return [{ kind: 'step', write: call('torch.softmax', [input()], { dim: 1 }), activation }];
	const name = functions[activation];
	if (name === undefined) throw new Error(`PyTorch was assumed to know the activation ${activation}.`);
	return [{ kind: 'step', write: call(name, [input()]), activation }];
}

/** Numbers that are not trained, one per channel of a map or value of a vector, so that they meet the values in PyTorch's order. */
export function perChannel(values: readonly number[], shape: TensorShape): Expression {
	const tensor = call('torch.tensor', [{ kind: 'list', items: values.map((value) => ({ kind: 'number', value })) }]);
	return isMapShape(shape) ? method(tensor, 'view', [-1, 1, 1]) : tensor;
}

/** Sides of a map cut off: `x[:, :, 1:27, 2:26]`. */
export function cutSides(size: MapShape, { top, bottom, left, right }: Sides): Expression {
	const end = (cells: number, after: number) => (after === 0 ? null : cells - after);
	const start = (before: number) => (before === 0 ? null : before);
	return {
		kind: 'cut',
		of: input(),
		ranges: [
			[null, null],
			[null, null],
			[start(top), end(size[0], bottom)],
			[start(left), end(size[1], right)],
		],
	};
}
