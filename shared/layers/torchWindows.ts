import { call, cut, input, own, type Value } from '../python/expression.ts';
import type { Pair, Sides, WindowAxis, WindowGeometry } from '../tensor/window.ts';
import { sidesOf } from '../tensor/window.ts';
import {
	evenPadding,
	padSides,
	pairValue,
	type TorchHelper,
	type TorchLayer,
	type TorchLink,
	type TorchWeight,
	torchModule,
	torchStep,
	unlessUsual,
} from './torch.ts';

interface Convolution {
	readonly from: number;
	readonly to: number;
	readonly groups?: number;
	readonly useBias: boolean;
	readonly weights: readonly TorchWeight[];
	readonly part?: string;
}

/** Padding of a module as PyTorch takes it, and the zeros laid before where it takes no such padding. */
export function torchPadding(geometry: WindowGeometry): { readonly zeros: readonly TorchLink[]; readonly padding: Value | undefined } {
	const even = evenPadding(geometry);
	if (even) return { zeros: [], padding: unlessUsual(even, 0) };
	if (keepsSize(geometry.height) && keepsSize(geometry.width)) return { zeros: [], padding: 'same' };
	return { zeros: [torchStep(padSides(sidesOf(geometry)))], padding: undefined };
}

/** What PyTorch's own `"same"` does: steps of one, and the odd zero at the end. */
function keepsSize({ stride, padBefore, padAfter, effectiveWindow }: WindowAxis): boolean {
	return stride === 1 && padBefore + padAfter === effectiveWindow - 1 && padBefore === Math.floor((effectiveWindow - 1) / 2);
}

/** `nn.Conv2d`, with zeros laid before it where the two sides differ and the steps are larger than one. */
export function torchConvolution(geometry: WindowGeometry, settings: Convolution): readonly TorchLink[] {
	const { height, width } = geometry;
	const { zeros, padding } = torchPadding(geometry);
	const make = call('nn.Conv2d', [settings.from, settings.to], {
		kernel_size: pairValue([height.window, width.window]),
		stride: unlessUsual([height.stride, width.stride], 1),
		padding,
		dilation: unlessUsual([height.dilation, width.dilation], 1),
		groups: settings.groups === 1 ? undefined : settings.groups,
		bias: settings.useBias ? undefined : false,
	});
	return [...zeros, torchModule(make, settings.weights, settings.part ?? null)];
}

/** `nn.MaxPool2d`: padding never wins. */
export function torchMaxPool(geometry: WindowGeometry): TorchLayer {
	const fitted = poolSettings(geometry);
	if (fitted) return { chain: [torchModule(pool('nn.MaxPool2d', geometry, fitted))] };
	const zeros = torchStep(padSides(sidesOf(geometry), Number.NEGATIVE_INFINITY));
	return { chain: [zeros, torchModule(pool('nn.MaxPool2d', geometry, {}))] };
}

/** The mean over a window, with or without the zeros around the map. */
export function torchAveragePool(geometry: WindowGeometry, countPadding: boolean): TorchLayer {
	const sides = sidesOf(geometry);
	const hasZeros = Object.values(sides).some((side) => side > 0);
	if (!hasZeros) return { chain: [torchModule(pool('nn.AvgPool2d', geometry, {}))] };
	const fitted = poolSettings(geometry);
	// Rounding up, PyTorch makes windows at the end smaller instead of counting zeros.
	if (fitted && !(countPadding && fitted.ceil_mode)) {
		const settings = countPadding ? fitted : { ...fitted, count_include_pad: false };
		return { chain: [torchModule(pool('nn.AvgPool2d', geometry, settings))] };
	}
	const bare = pool('nn.AvgPool2d', geometry, {});
	if (countPadding) return { chain: [torchStep(padSides(sides)), torchModule(bare)] };
	const { top, bottom, left, right } = sides;
	return { chain: [torchModule(bare, [], null, call('mean_inside', [own(), input(), [left, right, top, bottom]]))], helpers: [meanInside] };
}

const meanInside: TorchHelper = {
	name: 'mean_inside',
	source: `def mean_inside(pool, x, pad):
    """Average pooling in which the zeros around the map do not count."""
    share = pool(F.pad(torch.ones_like(x[:1, :1]), pad))
    return pool(F.pad(x, pad)) / share`,
};

interface PoolPadding {
	readonly padding?: Value;
	readonly ceil_mode?: boolean;
	readonly count_include_pad?: boolean;
}

/** PyTorch pads a pool by half a window at most, both sides alike, and may round the number of places up instead. */
function poolSettings(geometry: WindowGeometry): PoolPadding | null {
	const { height, width } = geometry;
	const before: Pair = [height.padBefore, width.padBefore];
	if (before[0] > height.window / 2 || before[1] > width.window / 2) return null;
	const padding = unlessUsual(before, 0);
	const even = evenPadding(geometry);
	if (even) return padding === undefined ? {} : { padding };
	return roundsUp(height) && roundsUp(width) ? { ...(padding === undefined ? {} : { padding }), ceil_mode: true } : null;
}

function roundsUp(axis: WindowAxis): boolean {
	const places = Math.ceil((axis.input + 2 * axis.padBefore - axis.window) / axis.stride) + 1;
	// A last window that begins after the map is left out again.
	const kept = (places - 1) * axis.stride >= axis.input + axis.padBefore ? places - 1 : places;
	return kept === axis.output;
}

function pool(name: string, { height, width }: WindowGeometry, settings: PoolPadding) {
	const window: Pair = [height.window, width.window];
	const strides: Pair = [height.stride, width.stride];
	const isUsual = window[0] === strides[0] && window[1] === strides[1];
	return call(name, [pairValue(window)], { stride: isUsual ? undefined : pairValue(strides), ...settings });
}

/** The first rows and columns of a map, from `top` and `left` on. */
export function keepCells(from: Pick<Sides, 'top' | 'left'>, size: Pair): TorchLink {
	const range = (start: number, length: number) => [start === 0 ? null : start, start + length] as const;
	return torchStep(cut(input(), [[null, null], [null, null], range(from.top, size[0]), range(from.left, size[1])]));
}
