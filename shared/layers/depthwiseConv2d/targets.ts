import { kerasDepthwise } from '../depthwiseParts.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, kerasZeroPadding } from '../slidingWindow.ts';
import type { LayerTargets } from '../targets.ts';
import { type DepthwiseFields, slidingSettings } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<DepthwiseFields> = {
	keras: (config, { inputs }) => {
		const input = onlyMap(inputs);
		const settings = slidingSettings(config);
		const zeros = kerasZeroPadding(settings, geometryOf(settings, input));
		const convolution = kerasDepthwise(config, settings, input, config);
		return zeros ? [zeros, convolution] : [convolution];
	},
	onnx,
	pytorch,
};
