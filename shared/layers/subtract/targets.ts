import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = { keras: () => [{ className: 'Subtract', config: {}, weights: [] }] };
