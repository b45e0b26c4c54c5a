import type { LayerTargets } from '../targets.ts';
import { kerasKernel } from '../weightFields.ts';
import type { DenseFields } from './fields.ts';

export const targets: LayerTargets<DenseFields> = {
	keras: (config) => [
		{
			className: 'Dense',
			config: { units: config.units, activation: config.activation, use_bias: config.useBias, ...kerasKernel(config) },
			weights: config.useBias ? ['kernel', 'bias'] : ['kernel'],
		},
	],
};
