import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = {
	// Keras's Flatten refuses what is a vector already.
	keras: (_config, { inputs }) =>
		inputs[0]?.length === 1 ? [] : [{ className: 'Flatten', config: { data_format: 'channels_last' }, weights: [] }],
};
