import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'GlobalMaxPooling2D', config: { data_format: 'channels_last' }, weights: [] }],
};
