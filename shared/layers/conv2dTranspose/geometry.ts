import type { Result } from '../../result.ts';
import type { MapShape } from '../../tensor/shape.ts';
import { spreadWindow, type TransposedAxis } from '../../tensor/window.ts';
import type { ConfigOf } from '../fields.ts';
import type { TransposeFields } from './fields.ts';

export type AxisAnswer = Result<TransposedAxis, { readonly output: number }>;

/** Both axes of a transposed window over `[14, 14, 64]`. */
export function spreadOverMap(
	config: ConfigOf<TransposeFields>,
	input: MapShape,
): { readonly height: AxisAnswer; readonly width: AxisAnswer } {
	const { kernelSize, strides, padding, pad, outputPadding } = config;
	const axis = (at: 0 | 1, before: number, after: number): AxisAnswer =>
		spreadWindow({
			input: input[at],
			window: kernelSize[at],
			stride: strides[at],
			padding,
			before,
			after,
			extra: outputPadding?.[at] ?? null,
		});
	return { height: axis(0, pad.top, pad.bottom), width: axis(1, pad.left, pad.right) };
}

/** Both axes, for settings that have been accepted. */
export function spreadOf(
	config: ConfigOf<TransposeFields>,
	input: MapShape,
): { readonly height: TransposedAxis; readonly width: TransposedAxis } {
	const { height, width } = spreadOverMap(config, input);
	if (!height.ok || !width.ok) throw new Error('The transposed window was assumed to leave something.');
	return { height: height.value, width: width.value };
}
