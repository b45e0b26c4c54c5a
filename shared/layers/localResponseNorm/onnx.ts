import type { ConfigOf } from '../fields.ts';
import { node, type OnnxValue, only } from '../onnx.ts';
import type { LocalResponseFields } from './fields.ts';

/** ONNX divides α by the number of channels that count; we do not. */
export function onnx({ depthRadius, bias, alpha, beta }: ConfigOf<LocalResponseFields>, values: readonly OnnxValue[]): OnnxValue {
	const size = 2 * depthRadius + 1;
	return node('LRN', [only(values)], { size, alpha: { float: alpha * size }, beta: { float: beta }, bias: { float: bias } });
}
