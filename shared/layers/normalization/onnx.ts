import type { ConfigOf } from '../fields.ts';
import { floats, node, type OnnxValue, only, perChannel } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { NormalizationFields } from './fields.ts';

/** (x − mean) / deviation. */
export function onnx(
	{ mean, deviation }: ConfigOf<NormalizationFields>,
	values: readonly OnnxValue[],
	{ output }: TargetContext,
): OnnxValue {
	const numbers = (row: readonly number[]) => floats(row, perChannel(row.length, output));
	return node('Div', [node('Sub', [only(values), numbers(mean.flat())]), numbers(deviation.flat())]);
}
