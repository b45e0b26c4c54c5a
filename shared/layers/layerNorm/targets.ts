import type { LayerTargets } from '../targets.ts';
import type { LayerNormFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<LayerNormFields> = {
	keras: (config) => [
		{
			className: 'LayerNormalization',
			config: {
				axis: -1,
				epsilon: config.epsilon,
				center: config.center,
				scale: config.scale,
				beta_initializer: { class_name: 'Zeros', config: {} },
				gamma_initializer: { class_name: 'Ones', config: {} },
			},
			weights: [...(config.scale ? ['gamma'] : []), ...(config.center ? ['beta'] : [])],
		},
	],
	onnx,
	pytorch,
};
