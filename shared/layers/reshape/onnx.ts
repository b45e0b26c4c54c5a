import { channelsFirst, type OnnxValue, only, reshaped, toChannelsFirst, toChannelsLast } from '../onnx.ts';
import type { TargetContext } from '../targets.ts';

/** Values keep our order, rows before channels, in which sizes are counted here. */
export function onnx(_config: unknown, values: readonly OnnxValue[], { inputs, output }: TargetContext): OnnxValue {
	const [input = []] = inputs;
	const turned = toChannelsLast(only(values), input);
	const isTurnedBack = toChannelsFirst(turned, output) !== turned;
	return toChannelsFirst(reshaped(turned, isTurnedBack ? output : channelsFirst(output)), output);
}
