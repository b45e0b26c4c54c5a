import type { LayerTargets } from '../targets.ts';
import type { RescalingFields } from './fields.ts';

export const targets: LayerTargets<RescalingFields> = {
	keras: ({ scale, offset }) => [{ className: 'Rescaling', config: { scale, offset }, weights: [] }],
};
