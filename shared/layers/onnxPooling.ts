import type { MapShape, TensorShape } from '../tensor/shape.ts';
import type { WindowGeometry } from '../tensor/window.ts';
import { floats, node, type OnnxValue, only, padsOf } from './onnx.ts';
import { windowOf } from './onnxConvolution.ts';
import { onlyMap } from './shapeProblems.ts';
import { geometryOf, type SlidingSettings } from './slidingWindow.ts';

/** One value of every feature map, as a vector: `[6, 5, 5]` → `[6]`. */
export function pooledWhole(operator: 'GlobalAveragePool' | 'GlobalMaxPool') {
	return (_config: unknown, values: readonly OnnxValue[], { inputs }: { readonly inputs: readonly TensorShape[] }): OnnxValue =>
		node('Flatten', [node(operator, [only(values)], {}, [onlyMap(inputs)[2], 1, 1])], { axis: 1 });
}

/** The window over every map for itself. */
export function pooledWindow(
	operator: 'AveragePool' | 'MaxPool',
	settings: SlidingSettings,
	values: readonly OnnxValue[],
	inputs: readonly TensorShape[],
	attributes: Readonly<Record<string, number>> = {},
): OnnxValue {
	const map = onlyMap(inputs);
	if (isWide(geometryOf(settings, map))) return meanByWeights(settings, only(values), map);
	const window = { kernel_shape: settings.window, strides: settings.strides, pads: padsOf(geometryOf(settings, map)) };
	return node(operator, [only(values)], { ...window, ...attributes });
}

/** Runtimes pool over no padding as wide as the window. Where zeros count, the mean is a sum with equal weights. */
function meanByWeights(settings: SlidingSettings, value: OnnxValue, map: MapShape): OnnxValue {
	const [height, width] = settings.window;
	const share = Array.from({ length: map[2] * height * width }, () => 1 / (height * width));
	return node('Conv', [value, floats(share, [map[2], 1, height, width])], windowOf(settings, map, map[2]));
}

function isWide({ height, width }: WindowGeometry): boolean {
	return [height, width].some((axis) => axis.padBefore >= axis.window || axis.padAfter >= axis.window);
}
