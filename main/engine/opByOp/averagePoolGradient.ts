import * as tf from '@tensorflow/tfjs-core';

const KERNEL = 'AvgPoolGrad';
const mended = new Set<string>();

/**
 * Puts the gradient of average pooling right on a backend of tfjs, once. The stock one divides by the whole window everywhere;
 * at the rim, where padding `same` lets the window reach over, the mean is of fewer values. TensorFlow and Keras divide by those.
 */
export function mendAveragePoolGradient(backendName: string): void {
	const stock = tf.getKernel(KERNEL, backendName);
	if (mended.has(backendName) || !stock) return;
	mended.add(backendName);
	tf.unregisterKernel(KERNEL, backendName);
	tf.registerKernel({
		kernelName: KERNEL,
		backendName,
		kernelFunc: ({ inputs, attrs, backend }) => {
			const dy = inputs.dy;
			const shares = sharesInside(inputs.input?.shape ?? [], attrs ?? {});
			if (!(dy instanceof tf.Tensor) || shares === null) return stock.kernelFunc({ inputs, attrs, backend });
			return tf.tidy(() => stock.kernelFunc({ inputs: { ...inputs, dy: tf.div(dy, shares) }, attrs, backend }) as tf.Tensor);
		},
	});
}

/** How much of each window lies inside the map, `[1, height, width, 1]`; `null` where all of every window does. */
function sharesInside(input: readonly number[], attrs: tf.NamedAttrMap): tf.Tensor | null {
	const { padInfo, ...geometry } = tf.backend_util.computePool2DInfo(
		input as [number, number, number, number],
		attrs.filterSize as number | [number, number],
		attrs.strides as number | [number, number],
		1,
		attrs.pad as 'same' | 'valid' | number,
		attrs.dimRoundingMode as 'floor' | undefined,
	);
	if (padInfo.top + padInfo.bottom + padInfo.left + padInfo.right === 0) return null;
	const rows = inside(geometry.outHeight, geometry.strideHeight, geometry.filterHeight, padInfo.top, geometry.inHeight);
	const columns = inside(geometry.outWidth, geometry.strideWidth, geometry.filterWidth, padInfo.left, geometry.inWidth);
	const window = geometry.filterHeight * geometry.filterWidth;
	const shares = rows.flatMap((row) => columns.map((column) => (row * column) / window));
	return tf.tensor(shares, [1, rows.length, columns.length, 1]);
}

/** Cells of the input under each place of the window, along one axis. */
function inside(places: number, stride: number, window: number, before: number, cells: number): readonly number[] {
	return Array.from({ length: places }, (_, place) => {
		const start = place * stride - before;
		return Math.min(start + window, cells) - Math.max(start, 0);
	});
}
