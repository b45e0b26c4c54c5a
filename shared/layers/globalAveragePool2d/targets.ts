import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'GlobalAveragePooling2D', config: { data_format: 'channels_last' }, weights: [] }],
};
