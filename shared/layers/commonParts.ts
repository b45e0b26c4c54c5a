import type { PortDefinition, WeightSpec } from './defineLayer.ts';

const oneIn: readonly PortDefinition[] = [{ name: 'in' }];
export const oneOut: readonly PortDefinition[] = [{ name: 'out' }];

/** One wire in, one value out: what most kinds have. Spread into a definition. */
export const oneToOne = { inputs: oneIn, outputs: oneOut };

/** Nothing to learn, and no multiplication worth counting: values are moved, picked, dropped or compared. Spread into a definition. */
export const withoutCost = { weights: (): readonly WeightSpec[] => [], multiplyAdds: () => 0 };
