import type { LayerTargets } from '../targets.ts';
import type { BatchNormFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

const zeros = { class_name: 'Zeros', config: {} };
const ones = { class_name: 'Ones', config: {} };

export const targets: LayerTargets<BatchNormFields> = {
	keras: (config) => [
		{
			className: 'BatchNormalization',
			config: {
				axis: -1,
				momentum: config.momentum,
				epsilon: config.epsilon,
				center: config.center,
				scale: config.scale,
				beta_initializer: zeros,
				gamma_initializer: ones,
				moving_mean_initializer: zeros,
				moving_variance_initializer: ones,
			},
			weights: [...(config.scale ? ['gamma'] : []), ...(config.center ? ['beta'] : []), 'movingMean', 'movingVariance'],
		},
	],
	onnx,
	pytorch,
};
