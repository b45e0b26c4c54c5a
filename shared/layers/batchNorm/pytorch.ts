import { call } from '../../python/expression.ts';
import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import type { TargetContext } from '../targets.ts';
import { alongChannels, type TorchLayer, torchModule } from '../torch.ts';
import { scaleAndShiftWeights } from '../torchNormalization.ts';
import type { BatchNormFields } from './fields.ts';

/** PyTorch's momentum is the share of the new batch, Keras's that of what was before. */
export function pytorch(config: ConfigOf<BatchNormFields>, { inputs, output }: TargetContext): TorchLayer {
	const channels = channelsOf(inputs);
	const make = call(isMapShape(output) ? 'nn.BatchNorm2d' : 'nn.BatchNorm1d', [channels], {
		eps: config.epsilon,
		momentum: 1 - config.momentum,
		affine: config.scale || config.center ? undefined : false,
	});
	const statistics = [
		{ name: 'running_mean', from: 'movingMean' },
		{ name: 'running_var', from: 'movingVariance' },
	] as const;
	return {
		chain: [torchModule(make, [...scaleAndShiftWeights(config, channels), ...statistics], null, alongChannels(output))],
		vectorOrder: 'keeps',
	};
}
