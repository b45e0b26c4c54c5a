import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import { node, type OnnxValue, only, weight } from '../onnx.ts';
import { scaleAndShiftOf } from '../onnxNormalization.ts';
import type { TargetContext } from '../targets.ts';
import type { BatchNormFields } from './fields.ts';

/** ONNX looks for the channels in axis 1, where a table `[rows, channels]` does not have them. */
export function onnx(config: ConfigOf<BatchNormFields>, values: readonly OnnxValue[], { inputs, output }: TargetContext): OnnxValue {
	const channels = channelsOf(inputs);
	const statistics = [...scaleAndShiftOf(config, channels), weight('movingMean'), weight('movingVariance')];
	const attributes = { epsilon: { float: config.epsilon } };
	if (output.length !== 2) return node('BatchNormalization', [only(values), ...statistics], attributes);
	const turned = [channels, output[0] ?? 1];
	const swap = { perm: [0, 2, 1] };
	const normalized = node('BatchNormalization', [node('Transpose', values, swap, turned), ...statistics], attributes, turned);
	return node('Transpose', [normalized], swap);
}
