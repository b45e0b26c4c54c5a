import type { ConvGeometry } from './convGeometry.ts';
import { convGeometry } from './convGeometry.ts';
import { inputOf, type KernelCall, type KernelPatch } from './kernelPatch.ts';

/**
 * Convolutions whose steps are wider than their window. With padding `same` the stock backend lets the library beneath find the
 * zeros, which then are fewer than none, and answers with zeros throughout; it is told how many there are.
 */
function withCountedPadding(kernelName: string, isDepthwise: boolean): KernelPatch {
	return {
		kernelName,
		make: (stock) => (call) => {
			if (call.attrs.pad !== 'same') return stock(call);
			const geometry = convGeometry(call, inputOf(call, 'x').shape, inputOf(call, 'filter').shape, isDepthwise);
			return stock(leavesCells(geometry) ? { ...call, attrs: { ...call.attrs, pad: spell(geometry) } } : call);
		},
	};
}

/** The last window ends before the input does. */
function leavesCells(geometry: ConvGeometry): boolean {
	const { inHeight, outHeight, strideHeight, effectiveFilterHeight } = geometry;
	const { inWidth, outWidth, strideWidth, effectiveFilterWidth } = geometry;
	const isShort = (cells: number, places: number, stride: number, window: number) => (places - 1) * stride + window < cells;
	return isShort(inHeight, outHeight, strideHeight, effectiveFilterHeight) || isShort(inWidth, outWidth, strideWidth, effectiveFilterWidth);
}

function spell({ padInfo }: ConvGeometry): KernelCall['attrs'][string] {
	return [
		[0, 0],
		[padInfo.top, padInfo.bottom],
		[padInfo.left, padInfo.right],
		[0, 0],
	];
}

export const samePadding: readonly KernelPatch[] = [
	withCountedPadding('Conv2D', false),
	withCountedPadding('FusedConv2D', false),
	withCountedPadding('DepthwiseConv2dNative', true),
	withCountedPadding('FusedDepthwiseConv2D', true),
];
