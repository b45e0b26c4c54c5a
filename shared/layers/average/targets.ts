import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = { keras: () => [{ className: 'Average', config: {}, weights: [] }] };
