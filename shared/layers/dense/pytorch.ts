import { call } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import type { TargetContext } from '../targets.ts';
import { kernelAndBias, type TorchLayer, torchActivation, torchModule } from '../torch.ts';
import type { DenseFields } from './fields.ts';

export function pytorch({ units, useBias, activation }: ConfigOf<DenseFields>, { inputs }: TargetContext): TorchLayer {
	const make = call('nn.Linear', [inputs[0]?.[0] ?? 0, units], { bias: useBias ? undefined : false });
	return { chain: [torchModule(make, kernelAndBias(useBias)), ...torchActivation(activation)], vectorOrder: 'absorbs' };
}
