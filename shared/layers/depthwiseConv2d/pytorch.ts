import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, type TorchLayer, torchActivation } from '../torch.ts';
import { torchConvolution } from '../torchWindows.ts';
import { type DepthwiseFields, slidingSettings } from './fields.ts';

/** A convolution in as many groups as there are channels. */
export function pytorch(config: ConfigOf<DepthwiseFields>, { inputs }: TargetContext): TorchLayer {
	const map = onlyMap(inputs);
	const { useBias, depthMultiplier } = config;
	const convolution = torchConvolution(geometryOf(slidingSettings(config), map), {
		from: map[2],
		to: map[2] * depthMultiplier,
		groups: map[2],
		useBias,
		weights: kernelAndBias(useBias, 'depthwiseKernel'),
	});
	return { chain: [...convolution, ...torchActivation(config.activation)] };
}
