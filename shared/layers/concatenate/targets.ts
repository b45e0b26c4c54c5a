import type { LayerTargets } from '../targets.ts';
import type { ConcatenateFields } from './fields.ts';

/** Keras counts the batch as axis 0. */
const kerasAxes = { channels: -1, height: 1, width: 2 } as const;

export const targets: LayerTargets<ConcatenateFields> = {
	keras: ({ axis }) => [{ className: 'Concatenate', config: { axis: kerasAxes[axis] }, weights: [] }],
};
