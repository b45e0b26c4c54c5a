import type { LayerTargets } from '../targets.ts';
import type { PermuteFields } from './fields.ts';

export const targets: LayerTargets<PermuteFields> = {
	keras: ({ dims }) => [{ className: 'Permute', config: { dims: [...dims] }, weights: [] }],
};
