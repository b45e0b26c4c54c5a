import { call, input } from '../../python/expression.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';

export const targets: LayerTargets = {
	// Keras's Flatten refuses what is a vector already.
	keras: (_config, { inputs }) =>
		inputs[0]?.length === 1 ? [] : [{ className: 'Flatten', config: { data_format: 'channels_last' }, weights: [] }],
	pytorch: (_config, { inputs }) =>
		inputs[0]?.length === 1
			? { chain: [], vectorOrder: 'keeps' }
			: { chain: [torchStep(call('torch.flatten', [input(), 1]))], vectorOrder: 'makes' },
};
