import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Flatten', config: { data_format: 'channels_last' }, weights: [] }],
};
