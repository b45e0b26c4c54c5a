import { call, input, own } from '../../python/expression.ts';
import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import type { TargetContext } from '../targets.ts';
import { channelsFirst, channelsLast, type TorchLayer, type TorchWeight, torchModule } from '../torch.ts';
import type { LayerNormFields } from './fields.ts';

/** PyTorch normalizes the last axes, so the channels of a map are turned there and back. */
export function pytorch(config: ConfigOf<LayerNormFields>, { inputs, output }: TargetContext): TorchLayer {
	const channels = channelsOf(inputs);
	const { scale, center, epsilon: eps } = config;
	const make = call('nn.LayerNorm', [channels], {
		eps,
		elementwise_affine: scale || center ? undefined : false,
		bias: scale && !center ? false : undefined,
	});
	const weights: readonly TorchWeight[] = [
		...(scale ? [{ name: 'weight', from: 'gamma' } as const] : []),
		...(center && !scale ? [{ name: 'weight', from: { fill: 1, length: channels } } as const] : []),
		...(center ? [{ name: 'bias', from: 'beta' } as const] : []),
	];
	const use = isMapShape(output) ? channelsFirst(call(own(), [channelsLast(input())])) : undefined;
	return { chain: [torchModule(make, weights, null, use)] };
}
