import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, type TorchLayer, torchActivation } from '../torch.ts';
import { torchConvolution } from '../torchWindows.ts';
import { type ConvFields, slidingSettings } from './fields.ts';

export function pytorch(config: ConfigOf<ConvFields>, { inputs }: TargetContext): TorchLayer {
	const map = onlyMap(inputs);
	const { filters: to, groups, useBias } = config;
	const convolution = torchConvolution(geometryOf(slidingSettings(config), map), {
		from: map[2],
		to,
		groups,
		useBias,
		weights: kernelAndBias(useBias),
	});
	return { chain: [...convolution, ...torchActivation(config.activation)] };
}
