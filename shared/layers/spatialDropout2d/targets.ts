import type { DropoutFields } from '../dropout/fields.ts';
import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets<DropoutFields> = {
	keras: ({ rate }) => [{ className: 'SpatialDropout2D', config: { rate }, weights: [] }],
};
