import type { ConfigOf } from '../fields.ts';
import { node, type OnnxValue, only } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { PermuteFields } from './fields.ts';

/** Which of our axes stands at each place of ONNX's, by number of axes. */
const places: Readonly<Record<number, readonly number[]>> = { 1: [1], 2: [1, 2], 3: [3, 1, 2] };

/** The axes are ours; one transposition says the same in ONNX's order. */
export function onnx({ dims }: ConfigOf<PermuteFields>, values: readonly OnnxValue[], { output }: TargetContext): OnnxValue {
	const order = places[output.length] ?? [];
	const perm = [0, ...order.map((axis) => order.indexOf(dims[axis - 1] ?? 0) + 1)];
	return perm.every((axis, place) => axis === place) ? only(values) : node('Transpose', [only(values)], { perm });
}
