import type { ConfigOf } from '../fields.ts';
import { type OnnxValue, only, weight } from '../onnx.ts';
import { convolution } from '../onnxConvolution.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import { type ConvFields, slidingSettings } from './fields.ts';

export function onnx(config: ConfigOf<ConvFields>, values: readonly OnnxValue[], { inputs }: TargetContext): OnnxValue {
	const { groups, useBias, activation } = config;
	const settings = slidingSettings(config);
	return convolution({ value: only(values), input: onlyMap(inputs), settings, kernel: weight('kernel'), groups, useBias, activation });
}
