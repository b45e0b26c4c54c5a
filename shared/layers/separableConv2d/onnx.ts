import { slidingSettings } from '../depthwiseConv2d/fields.ts';
import type { ConfigOf } from '../fields.ts';
import { activated, node, type OnnxValue, only, weight } from '../onnx.ts';
import { windowOf } from '../onnxConvolution.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import type { SeparableFields } from './fields.ts';

/** A convolution of every channel for itself, then one of single places over all channels. */
export function onnx(config: ConfigOf<SeparableFields>, values: readonly OnnxValue[], { inputs, output }: TargetContext): OnnxValue {
	const input = onlyMap(inputs);
	const [height = 1, width = 1] = output;
	const depthwise = node('Conv', [only(values), weight('depthwiseKernel')], windowOf(slidingSettings(config), input, input[2]), [
		input[2] * config.depthMultiplier,
		height,
		width,
	]);
	const pointwise = [weight('pointwiseKernel'), ...(config.useBias ? [weight('bias')] : [])];
	return activated(config.activation, node('Conv', [depthwise, ...pointwise], { kernel_shape: [1, 1] }), output);
}
