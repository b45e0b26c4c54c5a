import type { MapShape } from '../../tensor/shape.ts';
import type { Affine } from './transformation.ts';

export const identity: Affine = { xx: 1, xy: 0, dx: 0, yx: 0, yy: 1, dy: 0 };

/** Looks up `first`, and what it finds there in `second`. */
export function compose(first: Affine, second: Affine): Affine {
	return {
		xx: second.xx * first.xx + second.xy * first.yx,
		xy: second.xx * first.xy + second.xy * first.yy,
		dx: second.xx * first.dx + second.xy * first.dy + second.dx,
		yx: second.yx * first.xx + second.yy * first.yx,
		yy: second.yx * first.xy + second.yy * first.yy,
		dy: second.yx * first.dx + second.yy * first.dy + second.dy,
	};
}

/**
 * Samples `from` (8 bits, `[height, width, channels]`) into `to`, between pixels by the four around them (bilinear). Beyond the
 * border the nearest pixel goes on, so that no black wedge gives the transformation away.
 */
export function resample(from: Uint8Array, to: Float32Array, [height, width, channels]: MapShape, map: Affine): void {
	const centreX = (width - 1) / 2;
	const centreY = (height - 1) / 2;
	let at = 0;
	for (let row = 0; row < height; row++) {
		for (let column = 0; column < width; column++) {
			const x = within(map.xx * (column - centreX) + map.xy * (row - centreY) + map.dx + centreX, width - 1);
			const y = within(map.yx * (column - centreX) + map.yy * (row - centreY) + map.dy + centreY, height - 1);
			const left = Math.floor(x);
			const top = Math.floor(y);
			const toRight = x - left;
			const toBottom = y - top;
			const above = top * width;
			const below = toBottom > 0 ? above + width : above;
			const right = toRight > 0 ? left + 1 : left;
			const topLeft = (above + left) * channels;
			const topRight = (above + right) * channels;
			const bottomLeft = (below + left) * channels;
			const bottomRight = (below + right) * channels;
			for (let channel = 0; channel < channels; channel++) {
				const upper = mix(from[topLeft + channel] ?? 0, from[topRight + channel] ?? 0, toRight);
				const lower = mix(from[bottomLeft + channel] ?? 0, from[bottomRight + channel] ?? 0, toRight);
				to[at++] = mix(upper, lower, toBottom);
			}
		}
	}
}

function mix(a: number, b: number, share: number): number {
	return a + (b - a) * share;
}

function within(value: number, last: number): number {
	return value < 0 ? 0 : value > last ? last : value;
}
