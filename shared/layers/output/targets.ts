import { isMapShape } from '../../tensor/shape.ts';
import type { LayerTargets } from '../targets.ts';
import { kerasKernel } from '../weightFields.ts';
import type { OutputFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<OutputFields> = {
	keras: (config, { output }) => {
		const { activation, units, connection } = config;
		if (connection === 'direct') return [{ className: 'Activation', config: { activation }, weights: [] }];
		const kernel = { activation, use_bias: true, ...kerasKernel({ ...config, l1: 0, l2: 0 }) };
		const weights = ['kernel', 'bias'];
		if (!isMapShape(output)) return [{ className: 'Dense', config: { units, ...kernel }, weights }];
		const window = { kernel_size: [1, 1], strides: [1, 1], padding: 'valid', data_format: 'channels_last', dilation_rate: [1, 1] };
		return [{ className: 'Conv2D', config: { filters: units, ...window, ...kernel }, weights }];
	},
	onnx,
	pytorch,
};
