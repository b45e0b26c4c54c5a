import type { ConfigOf } from '../fields.ts';
import { channelAxis, node, type OnnxValue } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';
import type { ConcatenateFields } from './fields.ts';

export function onnx({ axis }: ConfigOf<ConcatenateFields>, values: readonly OnnxValue[], { output }: TargetContext): OnnxValue {
	const axes = { channels: channelAxis(output), height: 2, width: 3 };
	return node('Concat', values, { axis: axes[axis] });
}
