import type { ConfigOf } from '../fields.ts';
import { type OnnxValue, only, weight } from '../onnx.ts';
import { convolution } from '../onnxConvolution.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import { type DepthwiseFields, slidingSettings } from './fields.ts';

/** A convolution in as many groups as channels. */
export function onnx(config: ConfigOf<DepthwiseFields>, values: readonly OnnxValue[], { inputs }: TargetContext): OnnxValue {
	const { useBias, activation } = config;
	const input = onlyMap(inputs);
	const kernel = weight('depthwiseKernel');
	return convolution({ value: only(values), input, settings: slidingSettings(config), kernel, groups: input[2], useBias, activation });
}
