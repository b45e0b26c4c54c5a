import { call, input } from '../../python/expression.ts';
import { node, only, toChannelsLast } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';

export const targets: LayerTargets = {
	// Keras's Flatten refuses what is a vector already.
	keras: (_config, { inputs }) =>
		inputs[0]?.length === 1 ? [] : [{ className: 'Flatten', config: { data_format: 'channels_last' }, weights: [] }],
	onnx: (_config, values, { inputs: [input = []] }) =>
		input.length === 1 ? only(values) : node('Flatten', [toChannelsLast(only(values), input)], { axis: 1 }),
	pytorch: (_config, { inputs }) =>
		inputs[0]?.length === 1
			? { chain: [], vectorOrder: 'keeps' }
			: { chain: [torchStep(call('torch.flatten', [input(), 1]))], vectorOrder: 'makes' },
};
