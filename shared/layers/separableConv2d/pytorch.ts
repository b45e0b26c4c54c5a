import { call } from '../../python/expression.ts';
import { slidingSettings } from '../depthwiseConv2d/fields.ts';
import type { ConfigOf } from '../fields.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, type TorchLayer, torchActivation, torchModule } from '../torch.ts';
import { torchConvolution } from '../torchWindows.ts';
import type { SeparableFields } from './fields.ts';

/** Each channel by itself, then filters of 1 × 1. */
export function pytorch(config: ConfigOf<SeparableFields>, { inputs }: TargetContext): TorchLayer {
	const map = onlyMap(inputs);
	const between = map[2] * config.depthMultiplier;
	const depthwise = torchConvolution(geometryOf(slidingSettings(config), map), {
		from: map[2],
		to: between,
		groups: map[2],
		useBias: false,
		weights: kernelAndBias(false, 'depthwiseKernel'),
		part: 'depthwise',
	});
	const mixing = call('nn.Conv2d', [between, config.filters], { kernel_size: 1, bias: config.useBias ? undefined : false });
	const pointwise = torchModule(mixing, kernelAndBias(config.useBias, 'pointwiseKernel'), 'pointwise');
	return { chain: [...depthwise, pointwise, ...torchActivation(config.activation)] };
}
