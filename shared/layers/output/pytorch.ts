import { call } from '../../python/expression.ts';
import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, type TorchLayer, torchActivation, torchModule } from '../torch.ts';
import type { OutputFields } from './fields.ts';

export function pytorch({ activation, units, connection }: ConfigOf<OutputFields>, { inputs, output }: TargetContext): TorchLayer {
	const end = torchActivation(activation);
	if (connection === 'direct') return { chain: end };
	const features = inputs[0]?.at(-1) ?? 0;
	if (isMapShape(output)) {
		return { chain: [torchModule(call('nn.Conv2d', [features, units], { kernel_size: 1 }), kernelAndBias(true)), ...end] };
	}
	return { chain: [torchModule(call('nn.Linear', [features, units]), kernelAndBias(true)), ...end], vectorOrder: 'absorbs' };
}
