import type { ConfigOf } from '../fields.ts';
import { floats, node, type OnnxNode, type OnnxValue, only } from '../onnx.ts';
import type { UpSamplingFields } from './fields.ts';

/** Positions are counted from the first corner, as TensorFlow.js does. */
export function onnx({ size, interpolation }: ConfigOf<UpSamplingFields>, values: readonly OnnxValue[]): OnnxValue {
	const way: OnnxNode['attributes'] = interpolation === 'bilinear' ? { mode: 'linear' } : { mode: 'nearest', nearest_mode: 'floor' };
	return node('Resize', [only(values), null, floats([1, 1, ...size])], { ...way, coordinate_transformation_mode: 'asymmetric' });
}
