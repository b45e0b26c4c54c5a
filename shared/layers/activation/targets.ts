import { isMapShape } from '../../tensor/shape.ts';
import type { LayerTargets } from '../targets.ts';
import type { ActivationFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<ActivationFields> = {
	keras: ({ activation, slope }, { output }) => {
		if (activation === 'leakyRelu') return [{ className: 'LeakyReLU', config: { alpha: slope }, weights: [] }];
		if (activation === 'hardSwish') return [{ className: 'HardSwish', config: {}, weights: [] }];
		if (activation === 'prelu') {
			const config = {
				alpha_initializer: { class_name: 'Constant', config: { value: 0.25 } },
				shared_axes: isMapShape(output) ? [1, 2] : null,
			};
			return [{ className: 'PReLU', config, weights: ['alpha'] }];
		}
		return [{ className: 'Activation', config: { activation }, weights: [] }];
	},
	onnx,
	pytorch,
};
