import type { TensorShape } from '../tensor/shape.ts';
import type { WindowGeometry } from '../tensor/window.ts';
import { floats, integers, node, type OnnxValue, only, padsOf } from './onnx.ts';
import { onlyMap } from './shapeProblems.ts';
import { geometryOf, type SlidingSettings } from './slidingWindow.ts';

/** One value of every feature map, as a vector: `[6, 5, 5]` → `[6]`. */
export function pooledWhole(operator: 'GlobalAveragePool' | 'GlobalMaxPool') {
	return (_config: unknown, values: readonly OnnxValue[], { inputs }: { readonly inputs: readonly TensorShape[] }): OnnxValue =>
		node('Flatten', [node(operator, [only(values)], {}, [onlyMap(inputs)[2], 1, 1])], { axis: 1 });
}

/** The window over every map for itself. Runtimes take no padding as wide as the window: zeros are laid first where they count. */
export function pooledWindow(
	operator: 'AveragePool' | 'MaxPool',
	settings: SlidingSettings,
	values: readonly OnnxValue[],
	inputs: readonly TensorShape[],
	attributes: Readonly<Record<string, number>> = {},
): OnnxValue {
	const map = onlyMap(inputs);
	const geometry = geometryOf(settings, map);
	const window = { kernel_shape: settings.window, strides: settings.strides };
	if (!isWide(geometry)) return node(operator, [only(values)], { ...window, pads: padsOf(geometry), ...attributes });
	const { height, width } = geometry;
	const tall = map[0] + height.padBefore + height.padAfter;
	const broad = map[1] + width.padBefore + width.padAfter;
	const pads = integers([0, 0, height.padBefore, width.padBefore, 0, 0, height.padAfter, width.padAfter]);
	const zeros = node('Pad', [only(values), pads, floats([0], [])], { mode: 'constant' }, [map[2], tall, broad]);
	return node(operator, [zeros], window);
}

function isWide({ height, width }: WindowGeometry): boolean {
	return [height, width].some((axis) => axis.padBefore >= axis.window || axis.padAfter >= axis.window);
}
