import type { TransposedAxis } from '../../tensor/window.ts';
import type { ConfigOf } from '../fields.ts';
import { activated, node, type OnnxValue, only, weight } from '../onnx.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { TargetContext } from '../targets.ts';
import type { TransposeFields } from './fields.ts';
import { spreadOf } from './geometry.ts';

export function onnx(config: ConfigOf<TransposeFields>, values: readonly OnnxValue[], { inputs }: TargetContext): OnnxValue {
	const input = onlyMap(inputs);
	const { height, width } = spreadOf(config, input);
	const [rows, columns] = [cut(height), cut(width)];
	const kernel = [weight('kernel'), ...(config.useBias ? [weight('bias')] : [])];
	const result = node('ConvTranspose', [only(values), ...kernel], {
		kernel_shape: config.kernelSize,
		strides: config.strides,
		pads: [height.padBefore, width.padBefore, rows.after, columns.after],
		output_padding: [rows.extra, columns.extra],
	});
	return activated(config.activation, result, input);
}

/** What is cut at the end and what is added there come to the same in the end: one of both is enough. */
function cut({ padAfter, extra }: TransposedAxis): { readonly after: number; readonly extra: number } {
	return { after: Math.max(0, padAfter - extra), extra: Math.max(0, extra - padAfter) };
}
