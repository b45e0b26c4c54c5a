import { call } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import type { TargetContext } from '../targets.ts';
import { alongChannels, type TorchLayer, torchModule } from '../torch.ts';
import { scaleAndShiftWeights } from '../torchNormalization.ts';
import type { GroupNormFields } from './fields.ts';

export function pytorch(config: ConfigOf<GroupNormFields>, { inputs, output }: TargetContext): TorchLayer {
	const channels = channelsOf(inputs);
	const affine = config.scale || config.center ? undefined : false;
	const make = call('nn.GroupNorm', [config.groups, channels], { eps: config.epsilon, affine });
	return { chain: [torchModule(make, scaleAndShiftWeights(config, channels), null, alongChannels(output))] };
}
