import type { ConfigOf } from '../fields.ts';
import { activated, node, type OnnxValue, only, ROWS_ARE_UNITS, weight } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { DenseFields } from './fields.ts';

export function onnx({ useBias, activation }: ConfigOf<DenseFields>, values: readonly OnnxValue[], { output }: TargetContext): OnnxValue {
	const product = node('Gemm', [only(values), weight('kernel'), ...(useBias ? [weight('bias')] : [])], ROWS_ARE_UNITS);
	return activated(activation, product, output);
}
