import { UNIT_AXES } from '../denseParts.ts';
import type { LayerTargets } from '../targets.ts';
import { kerasConstraint, kerasKernel } from '../weightFields.ts';
import type { DenseFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<DenseFields> = {
	keras: (config) => [
		{
			className: 'Dense',
			config: {
				units: config.units,
				activation: config.activation,
				use_bias: config.useBias,
				...kerasKernel(config),
				...kerasConstraint(config.maxNorm, UNIT_AXES),
			},
			weights: config.useBias ? ['kernel', 'bias'] : ['kernel'],
		},
	],
	onnx,
	pytorch,
};
