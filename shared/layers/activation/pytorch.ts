import { call, input, method, own } from '../../python/expression.ts';
import { countValues, isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { type TorchLayer, torchActivation, torchModule, torchStep } from '../torch.ts';
import type { ActivationFields } from './fields.ts';

/** Softmax and the slopes of PReLU are along the channels, which PyTorch looks for in axis 1. */
export function pytorch({ activation, slope }: ConfigOf<ActivationFields>, { output }: TargetContext): TorchLayer {
	if (activation === 'leakyRelu') {
		return { chain: [torchStep(call('F.leaky_relu', [input()], { negative_slope: slope }))], vectorOrder: 'keeps' };
	}
	if (activation === 'prelu') {
		const slopes = isMapShape(output) ? output[2] : countValues(output);
		// One per value, where there are no channels: PyTorch looks for them in axis 1.
		const inARow = method(call(own(), [method(input(), 'flatten', [1])]), 'reshape', [-1, ...output]);
		const use = output.length === 2 ? inARow : undefined;
		return { chain: [torchModule(call('nn.PReLU', [slopes]), [{ name: 'weight', from: 'alpha' }], null, use)], vectorOrder: 'keeps' };
	}
	if (activation === 'softmax' && output.length === 2) return { chain: [torchStep(call('torch.softmax', [input()], { dim: 2 }))] };
	return { chain: torchActivation(activation), vectorOrder: 'keeps' };
}
