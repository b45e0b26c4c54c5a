import type { TensorShape } from '../tensor/shape.ts';
import type { ScaleAndShift } from './normalizationParts.ts';
import { floats, node, type OnnxValue, perChannel, weight } from './onnx.ts';

/** Learned scale and shift where a layer has them, else numbers that change nothing. */
export function scaleAndShiftOf(config: ScaleAndShift, channels: number): readonly [scale: OnnxValue, shift: OnnxValue] {
	return [
		config.scale ? weight('gamma') : floats(Array.from({ length: channels }, () => 1)),
		config.center ? weight('beta') : floats(Array.from({ length: channels }, () => 0)),
	];
}

/** Learned scale and shift as operators of their own. */
export function scaledAndShifted(config: ScaleAndShift, value: OnnxValue, channels: number, shape: TensorShape): OnnxValue {
	const scaled = config.scale ? node('Mul', [value, weight('gamma', perChannel(channels, shape))]) : value;
	return config.center ? node('Add', [scaled, weight('beta', perChannel(channels, shape))]) : scaled;
}
