import { convGeometry } from './convGeometry.ts';
import { floatsOf, inputOf, type KernelPatch } from './kernelPatch.ts';

/** Gradient of a depthwise convolution's kernel, which the stock backend lacks: every kernel cell sums input · dy over the places it met. */
export const depthwiseBackpropFilter: KernelPatch = {
	kernelName: 'DepthwiseConv2dNativeBackpropFilter',
	make: () => (call) => {
		const x = inputOf(call, 'x');
		const dy = inputOf(call, 'dy');
		const filterShape = call.attrs.filterShape as number[];
		const geometry = convGeometry(call, x.shape, filterShape, true);
		const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth } = geometry;
		const { strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = geometry;
		const multiplier = geometry.outChannels / inChannels;
		const outChannels = inChannels * multiplier;
		const out = call.heap.makeOutput(filterShape, 'float32');
		const gradient = floatsOf(call.heap, out);
		const inputs = floatsOf(call.heap, x);
		const answers = floatsOf(call.heap, dy);
		// Sums of many thousand terms: kept in double precision until the end.
		const sums = new Float64Array(gradient.length);
		for (let sample = 0; sample < batchSize; sample++) {
			for (let row = 0; row < outHeight; row++) {
				for (let column = 0; column < outWidth; column++) {
					const from = ((sample * outHeight + row) * outWidth + column) * outChannels;
					for (let y = 0; y < filterHeight; y++) {
						const inRow = row * strideHeight - padInfo.top + y * dilationHeight;
						if (inRow < 0 || inRow >= inHeight) continue;
						for (let x2 = 0; x2 < filterWidth; x2++) {
							const inColumn = column * strideWidth - padInfo.left + x2 * dilationWidth;
							if (inColumn < 0 || inColumn >= inWidth) continue;
							const seen = ((sample * inHeight + inRow) * inWidth + inColumn) * inChannels;
							const at = (y * filterWidth + x2) * outChannels;
							for (let c = 0; c < inChannels; c++) {
								const value = inputs[seen + c] as number;
								for (let m = c * multiplier; m < (c + 1) * multiplier; m++) {
									sums[at + m] = (sums[at + m] as number) + value * (answers[from + m] as number);
								}
							}
						}
					}
				}
			}
		}
		gradient.set(sums);
		return out;
	},
};
