import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { activated, node, type OnnxValue, only, perChannel, weight } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { ActivationFields } from './fields.ts';

export function onnx(
	{ activation, slope }: ConfigOf<ActivationFields>,
	values: readonly OnnxValue[],
	{ output }: TargetContext,
): OnnxValue {
	const value = only(values);
	switch (activation) {
		case 'leakyRelu':
			return node('LeakyRelu', [value], { alpha: { float: slope } });
		case 'hardSwish':
			return node('HardSwish', [value]);
		case 'prelu':
			return node('PRelu', [value, weight('alpha', isMapShape(output) ? perChannel(output[2], output) : output)]);
		default:
			return activated(activation, value, output);
	}
}
