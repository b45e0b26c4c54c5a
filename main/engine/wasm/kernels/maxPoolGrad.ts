import * as tf from '@tensorflow/tfjs-core';
import type { Shape4 } from './convGeometry.ts';
import { floatsOf, inputOf, type KernelPatch } from './kernelPatch.ts';

/**
 * Gradient of max pooling: dy goes to the first largest cell of each window, as TensorFlow does. The stock kernel sends it to
 * the window's first cell whenever the largest value is zero, which after ReLU it often is.
 */
export const maxPoolGrad: KernelPatch = {
	kernelName: 'MaxPoolGrad',
	make: () => (call) => {
		const input = inputOf(call, 'input');
		const dy = inputOf(call, 'dy');
		const { filterSize, strides, pad, dimRoundingMode } = call.attrs;
		const geometry = tf.backend_util.computePool2DInfo(
			input.shape as Shape4,
			filterSize as [number, number],
			strides as [number, number],
			1,
			pad as 'same' | 'valid',
			dimRoundingMode as 'floor' | undefined,
		);
		const out = call.heap.makeOutput(input.shape, 'float32');
		const gradient = floatsOf(call.heap, out).fill(0);
		const values = floatsOf(call.heap, input);
		const answers = floatsOf(call.heap, dy);
		if (isPlainHalving(geometry)) halving(values, answers, gradient, geometry);
		else anyWindow(values, answers, gradient, geometry);
		return out;
	},
};

type Geometry = tf.backend_util.Conv2DInfo;

function isPlainHalving({
	filterHeight,
	filterWidth,
	strideHeight,
	strideWidth,
	padInfo,
	outHeight,
	outWidth,
	inHeight,
	inWidth,
}: Geometry): boolean {
	const isTwo = filterHeight === 2 && filterWidth === 2 && strideHeight === 2 && strideWidth === 2;
	return isTwo && padInfo.top === 0 && padInfo.left === 0 && outHeight * 2 <= inHeight && outWidth * 2 <= inWidth;
}

/** 2 × 2 windows with stride 2, by far the most common, without inner loops over the window. */
function halving(values: Float32Array, answers: Float32Array, gradient: Float32Array, geometry: Geometry): void {
	const { batchSize, inHeight, inWidth, inChannels: channels, outHeight, outWidth } = geometry;
	const rowLength = inWidth * channels;
	let answer = 0;
	for (let sample = 0; sample < batchSize; sample++) {
		for (let row = 0; row < outHeight; row++) {
			let corner = (sample * inHeight + 2 * row) * rowLength;
			for (let column = 0; column < outWidth; column++, corner += 2 * channels, answer += channels) {
				for (let c = 0; c < channels; c++) {
					const a = corner + c;
					const b = a + channels;
					const d = a + rowLength;
					const e = d + channels;
					const va = values[a] as number;
					const vb = values[b] as number;
					const vd = values[d] as number;
					const ve = values[e] as number;
					const upper = vb > va ? b : a;
					const upperValue = vb > va ? vb : va;
					const lower = ve > vd ? e : d;
					const lowerValue = ve > vd ? ve : vd;
					gradient[lowerValue > upperValue ? lower : upper] = answers[answer + c] as number;
				}
			}
		}
	}
}

function anyWindow(values: Float32Array, answers: Float32Array, gradient: Float32Array, geometry: Geometry): void {
	const { batchSize, inHeight, inWidth, inChannels: channels, outHeight, outWidth, strideHeight, strideWidth } = geometry;
	const { filterHeight, filterWidth, padInfo } = geometry;
	const largest = new Float32Array(channels);
	const place = new Int32Array(channels);
	let answer = 0;
	for (let sample = 0; sample < batchSize; sample++) {
		for (let row = 0; row < outHeight; row++) {
			const firstRow = Math.max(0, row * strideHeight - padInfo.top);
			const endRow = Math.min(inHeight, row * strideHeight - padInfo.top + filterHeight);
			for (let column = 0; column < outWidth; column++, answer += channels) {
				const firstColumn = Math.max(0, column * strideWidth - padInfo.left);
				const endColumn = Math.min(inWidth, column * strideWidth - padInfo.left + filterWidth);
				largest.fill(Number.NEGATIVE_INFINITY);
				place.fill(-1);
				for (let y = firstRow; y < endRow; y++) {
					for (let x = firstColumn; x < endColumn; x++) {
						const cell = ((sample * inHeight + y) * inWidth + x) * channels;
						for (let c = 0; c < channels; c++) {
							const value = values[cell + c] as number;
							if (value > (largest[c] as number) || (place[c] as number) < 0) {
								largest[c] = value;
								place[c] = cell + c;
							}
						}
					}
				}
				for (let c = 0; c < channels; c++) {
					const to = place[c] as number;
					if (to >= 0) gradient[to] = (gradient[to] as number) + (answers[answer + c] as number);
				}
			}
		}
	}
}
