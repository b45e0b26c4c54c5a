import { isMapShape } from '../../tensor/shape.ts';
import type { ConfigOf } from '../fields.ts';
import { geometryOf, kerasPadding, kerasZeroPadding } from '../slidingWindow.ts';
import type { LayerTargets } from '../targets.ts';
import { kerasConstraint, kerasKernel } from '../weightFields.ts';
import { type ConvFields, FILTER_AXES, slidingSettings } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

/** TensorFlow.js has neither groups nor a gradient for windows with gaps: the engine's own class has both. */
function className(config: ConfigOf<ConvFields>): string {
	const isStock = config.groups === 1 && config.dilationRate.every((rate) => rate === 1);
	return isStock ? 'Conv2D' : 'GroupedConv2D';
}

export const targets: LayerTargets<ConvFields> = {
	keras: (config, { inputs }) => {
		const [input] = inputs;
		if (!input || !isMapShape(input)) throw new Error('conv2d is written for a map only.');
		const settings = slidingSettings(config);
		const zeros = kerasZeroPadding(settings, geometryOf(settings, input));
		const convolution = {
			className: className(config),
			config: {
				filters: config.filters,
				kernel_size: [...config.kernelSize],
				strides: [...config.strides],
				padding: kerasPadding(settings),
				data_format: 'channels_last',
				dilation_rate: [...config.dilationRate],
				groups: config.groups,
				activation: config.activation,
				use_bias: config.useBias,
				...kerasKernel(config),
				...kerasConstraint(config.maxNorm, FILTER_AXES),
			},
			weights: config.useBias ? ['kernel', 'bias'] : ['kernel'],
		};
		return zeros ? [zeros, convolution] : [convolution];
	},
	onnx,
	pytorch,
};
