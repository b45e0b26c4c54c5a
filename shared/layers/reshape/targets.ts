import type { LayerTargets } from '../targets.ts';
import type { ReshapeFields } from './fields.ts';

export const targets: LayerTargets<ReshapeFields> = {
	keras: ({ targetShape }) => [{ className: 'Reshape', config: { target_shape: [...targetShape] }, weights: [] }],
};
