import { slidingSettings } from '../depthwiseConv2d/fields.ts';
import { kerasDepthwise, WINDOW_AXES } from '../depthwiseParts.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, kerasPadding, kerasZeroPadding } from '../slidingWindow.ts';
import type { KerasLayer, LayerTargets } from '../targets.ts';
import { kerasConstraint, kerasInitializer, kerasKernel, kerasRegularizer } from '../weightFields.ts';
import { POINTWISE_AXES, type SeparableFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<SeparableFields> = {
	keras: (config, { inputs }) => {
		const input = onlyMap(inputs);
		const settings = slidingSettings(config);
		const zeros = kerasZeroPadding(settings, geometryOf(settings, input));
		const last = config.useBias ? ['pointwiseKernel', 'bias'] : ['pointwiseKernel'];
		const isStock = config.strides[0] === config.strides[1] && config.dilationRate.every((rate) => rate === 1);
		const chain: readonly KerasLayer[] = isStock
			? [
					{
						className: 'SeparableConv2D',
						config: {
							filters: config.filters,
							kernel_size: [...config.kernelSize],
							strides: [...config.strides],
							padding: kerasPadding(settings),
							data_format: 'channels_last',
							dilation_rate: [1, 1],
							depth_multiplier: config.depthMultiplier,
							activation: config.activation,
							use_bias: config.useBias,
							depthwise_initializer: kerasInitializer(config.kernelInitializer),
							pointwise_initializer: kerasInitializer(config.kernelInitializer),
							bias_initializer: { class_name: 'Zeros', config: {} },
							depthwise_regularizer: kerasRegularizer(config),
							pointwise_regularizer: kerasRegularizer(config),
							...kerasConstraint(config.maxNorm, WINDOW_AXES, 'depthwise'),
							...kerasConstraint(config.maxNorm, POINTWISE_AXES, 'pointwise'),
						},
						weights: ['depthwiseKernel', ...last],
					},
				]
			: [
					kerasDepthwise(config, settings, input, { activation: 'linear', useBias: false }),
					{
						className: 'Conv2D',
						config: {
							filters: config.filters,
							kernel_size: [1, 1],
							strides: [1, 1],
							padding: 'valid',
							data_format: 'channels_last',
							dilation_rate: [1, 1],
							groups: 1,
							activation: config.activation,
							use_bias: config.useBias,
							...kerasKernel(config),
							...kerasConstraint(config.maxNorm, POINTWISE_AXES),
						},
						weights: last,
					},
				];
		return zeros ? [zeros, ...chain] : chain;
	},
	onnx,
	pytorch,
};
