import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { activated, node, type OnnxValue, only, ROWS_ARE_UNITS, weight } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { OutputFields } from './fields.ts';

export function onnx(config: ConfigOf<OutputFields>, values: readonly OnnxValue[], { output }: TargetContext): OnnxValue {
	const { activation, connection } = config;
	if (connection === 'direct') return activated(activation, only(values), output);
	const inputs = [only(values), weight('kernel'), weight('bias')];
	return activated(
		activation,
		isMapShape(output) ? node('Conv', inputs, { kernel_shape: [1, 1] }) : node('Gemm', inputs, ROWS_ARE_UNITS),
		output,
	);
}
