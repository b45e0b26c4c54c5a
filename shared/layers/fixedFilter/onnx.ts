import type { ConfigOf } from '../fields.ts';
import { floats, node, type OnnxValue, only } from '../onnx.ts';
import { windowOf } from '../onnxConvolution.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import { type FixedFilterFields, slidingSettings } from './fields.ts';
import { kernelOf } from './kernels.ts';

/** The same numbers over every channel for itself. */
export function onnx(config: ConfigOf<FixedFilterFields>, values: readonly OnnxValue[], { inputs }: TargetContext): OnnxValue {
	const input = onlyMap(inputs);
	const rows = kernelOf(config);
	const settings = slidingSettings(config, rows);
	const kernel = Array.from({ length: input[2] }, () => rows.flat()).flat();
	return node('Conv', [only(values), floats(kernel, [input[2], 1, ...settings.window])], windowOf(settings, input, input[2]));
}
