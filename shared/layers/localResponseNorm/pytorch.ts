import { call } from '../../python/expression.ts';
import type { ConfigOf } from '../fields.ts';
import { type TorchLayer, torchModule } from '../torch.ts';
import type { LocalResponseFields } from './fields.ts';

/** PyTorch divides α by the number of channels that it looks at; we, like Krizhevsky 2012, do not. */
export function pytorch({ depthRadius, bias, alpha, beta }: ConfigOf<LocalResponseFields>): TorchLayer {
	const size = 2 * depthRadius + 1;
	return { chain: [torchModule(call('nn.LocalResponseNorm', [size], { alpha: alpha * size, beta, k: bias }))] };
}
