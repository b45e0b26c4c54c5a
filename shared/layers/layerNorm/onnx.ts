import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import { node, type OnnxValue, only } from '../onnx.ts';
import { scaleAndShiftOf } from '../onnxNormalization.ts';
import type { TargetContext } from '../targets.ts';
import type { LayerNormFields } from './fields.ts';

/** ONNX normalizes over the last axes, so that the channels of a map go there and back. */
export function onnx(config: ConfigOf<LayerNormFields>, values: readonly OnnxValue[], { inputs, output }: TargetContext): OnnxValue {
	const channels = channelsOf(inputs);
	const [scale, shift] = scaleAndShiftOf(config, channels);
	const attributes = { axis: -1, epsilon: { float: config.epsilon } };
	if (output.length !== 3) return node('LayerNormalization', [only(values), scale, shift], attributes);
	const turned = node('Transpose', [only(values)], { perm: [0, 2, 3, 1] }, output);
	return node('Transpose', [node('LayerNormalization', [turned, scale, shift], attributes, output)], { perm: [0, 3, 1, 2] });
}
