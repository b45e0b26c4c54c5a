import { isMapShape, type TensorShape } from '#shared/tensor/shape.ts';
import { type Picture, withChannels } from './pixels.ts';

/**
 * A picture as the network takes it: scaled to the input's size and channels, numbers from 0 to 1. A drawing of 280 × 280 becomes
 * `[28, 28, 1]`, 784 numbers. A network that takes a vector gets the picture in `shape`, the size of its data.
 */
export function scalePicture(picture: Picture, inputShape: TensorShape, shape: TensorShape): Float32Array {
	const target = isMapShape(inputShape) ? inputShape : shape;
	if (!isMapShape(target)) throw new Error(`a picture does not fit an input of ${target.join('×')}`);
	const [height, width, channels] = target;
	const coloured = withChannels(picture, channels === 1 ? 1 : 3);
	const values = resize(coloured, width, height);
	return values.map((value) => value / 255);
}

/**
 * Bilinear with the filter as wide as the shrinking, so that no pixel of the source is skipped: the usual "antialias" of image
 * libraries. Row by row, then column by column.
 */
function resize(picture: Picture, width: number, height: number): Float32Array {
	const { channels } = picture;
	const across = weightsFor(picture.width, width);
	const down = weightsFor(picture.height, height);
	const narrow = new Float32Array(picture.height * width * channels);
	for (let row = 0; row < picture.height; row++) {
		for (const [column, { first, weights }] of across.entries()) {
			for (let channel = 0; channel < channels; channel++) {
				let sum = 0;
				for (const [step, weight] of weights.entries()) {
					sum += weight * (picture.data[(row * picture.width + first + step) * channels + channel] ?? 0);
				}
				narrow[(row * width + column) * channels + channel] = sum;
			}
		}
	}
	const small = new Float32Array(height * width * channels);
	const rowLength = width * channels;
	for (const [row, { first, weights }] of down.entries()) {
		for (let place = 0; place < rowLength; place++) {
			let sum = 0;
			for (const [step, weight] of weights.entries()) sum += weight * (narrow[(first + step) * rowLength + place] ?? 0);
			small[row * rowLength + place] = sum;
		}
	}
	return small;
}

interface Taps {
	readonly first: number;
	/** Shares of consecutive source pixels, adding up to 1. */
	readonly weights: readonly number[];
}

/** For each target pixel the source pixels under a triangle around its centre. */
function weightsFor(source: number, target: number): readonly Taps[] {
	const scale = source / target;
	const reach = Math.max(scale, 1);
	return Array.from({ length: target }, (_, index) => {
		const centre = (index + 0.5) * scale;
		const first = Math.max(0, Math.floor(centre - reach));
		const end = Math.min(source, Math.ceil(centre + reach));
		const raw = Array.from({ length: end - first }, (_, step) => Math.max(0, 1 - Math.abs(first + step + 0.5 - centre) / reach));
		const sum = raw.reduce((total, weight) => total + weight, 0);
		return { first, weights: raw.map((weight) => weight / sum) };
	});
}
