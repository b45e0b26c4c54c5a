import { call } from '../../python/expression.ts';
import type { TargetContext } from '../targets.ts';
import { inputsOf, type TorchLayer, torchJoin } from '../torch.ts';

/** PyTorch compares two at a time. */
export function pytorch(_config: unknown, { inputs }: TargetContext): TorchLayer {
	return torchJoin(inputsOf(inputs).reduce((largest, other) => call('torch.maximum', [largest, other])));
}
