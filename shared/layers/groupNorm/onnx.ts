import { countValues } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import { channelsFirst, floats, node, type OnnxValue, only, reshaped } from '../onnx.ts';
import { scaledAndShifted } from '../onnxNormalization.ts';
import type { TargetContext } from '../targets.ts';
import type { GroupNormFields } from './fields.ts';

/** Every group becomes one channel that is normalized by itself, as PyTorch writes it: runtimes know that from opset 6 on. */
export function onnx(config: ConfigOf<GroupNormFields>, values: readonly OnnxValue[], { inputs, output }: TargetContext): OnnxValue {
	const { groups, epsilon } = config;
	const channels = channelsOf(inputs);
	const isTable = output.length === 2;
	const swap = { perm: [0, 2, 1] };
	const shape = isTable ? [channels, output[0] ?? 1] : channelsFirst(output);
	const value = isTable ? node('Transpose', values, swap, shape) : only(values);
	const same = [1, 0].map((number) => floats(Array.from({ length: groups }, () => number)));
	const grouped = reshaped(value, [groups, countValues(output) / groups]);
	const normalized = node('InstanceNormalization', [grouped, ...same], { epsilon: { float: epsilon } }, grouped.shape);
	const back = reshaped(normalized, shape);
	return scaledAndShifted(config, isTable ? node('Transpose', [back], swap) : back, channels, output);
}
