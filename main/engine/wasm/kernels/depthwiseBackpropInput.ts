import { convGeometry } from './convGeometry.ts';
import { floatsOf, inputOf, type KernelPatch } from './kernelPatch.ts';

/** Gradient of a depthwise convolution's input, which the stock backend lacks: each output cell sends dy·w to the cells it saw. */
export const depthwiseBackpropInput: KernelPatch = {
	kernelName: 'DepthwiseConv2dNativeBackpropInput',
	make: () => (call) => {
		const dy = inputOf(call, 'dy');
		const filter = inputOf(call, 'filter');
		const geometry = convGeometry(call, call.attrs.inputShape as number[], filter.shape, true);
		const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = geometry;
		const { strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = geometry;
		const multiplier = geometry.outChannels / inChannels;
		const out = call.heap.makeOutput([batchSize, inHeight, inWidth, inChannels], 'float32');
		const gradient = floatsOf(call.heap, out).fill(0);
		const answers = floatsOf(call.heap, dy);
		const weights = floatsOf(call.heap, filter);
		for (let sample = 0; sample < batchSize; sample++) {
			for (let row = 0; row < outHeight; row++) {
				for (let column = 0; column < outWidth; column++) {
					const from = ((sample * outHeight + row) * outWidth + column) * inChannels * multiplier;
					for (let y = 0; y < filterHeight; y++) {
						const inRow = row * strideHeight - padInfo.top + y * dilationHeight;
						if (inRow < 0 || inRow >= inHeight) continue;
						for (let x = 0; x < filterWidth; x++) {
							const inColumn = column * strideWidth - padInfo.left + x * dilationWidth;
							if (inColumn < 0 || inColumn >= inWidth) continue;
							const to = ((sample * inHeight + inRow) * inWidth + inColumn) * inChannels;
							addProducts(gradient, to, answers, from, weights, (y * filterWidth + x) * inChannels * multiplier, inChannels, multiplier);
						}
					}
				}
			}
		}
		return out;
	},
};

/** `gradient[c] += Σ_m answers[c·m] · weights[c·m]` for all channels of one cell. */
function addProducts(
	gradient: Float32Array,
	to: number,
	answers: Float32Array,
	from: number,
	weights: Float32Array,
	at: number,
	channels: number,
	multiplier: number,
): void {
	if (multiplier === 1) {
		for (let c = 0; c < channels; c++)
			gradient[to + c] = (gradient[to + c] as number) + (answers[from + c] as number) * (weights[at + c] as number);
		return;
	}
	for (let c = 0; c < channels; c++) {
		let sum = 0;
		for (let m = c * multiplier; m < (c + 1) * multiplier; m++) sum += (answers[from + m] as number) * (weights[at + m] as number);
		gradient[to + c] = (gradient[to + c] as number) + sum;
	}
}
