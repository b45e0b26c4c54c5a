import { call, input } from '../../python/expression.ts';
import { countValues, isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { type TorchLayer, torchActivation, torchModule, torchStep } from '../torch.ts';
import type { ActivationFields } from './fields.ts';

/** Softmax and the slopes of PReLU are along the channels, which PyTorch looks for in axis 1. */
export function pytorch({ activation, slope }: ConfigOf<ActivationFields>, { output }: TargetContext): TorchLayer | null {
	if (activation === 'leakyRelu') {
		return { chain: [torchStep(call('F.leaky_relu', [input()], { negative_slope: slope }))], vectorOrder: 'keeps' };
	}
	const hasChannelsFirst = isMapShape(output) || output.length === 1;
	if (!hasChannelsFirst && (activation === 'prelu' || activation === 'softmax')) return null;
	if (activation === 'prelu') {
		const slopes = isMapShape(output) ? output[2] : countValues(output);
		return { chain: [torchModule(call('nn.PReLU', [slopes]), [{ name: 'weight', from: 'alpha' }])], vectorOrder: 'keeps' };
	}
	return { chain: torchActivation(activation), vectorOrder: 'keeps' };
}
