import type { TransposedAxis } from '../../tensor/window.ts';
import { onlyMap } from '../shapeProblems.ts';
import type { KerasLayer, LayerTargets } from '../targets.ts';
import { kerasConstraint, kerasKernel } from '../weightFields.ts';
import { FILTER_AXES, type TransposeFields } from './fields.ts';
import { spreadOf } from './geometry.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

/**
 * TensorFlow.js has neither padding by numbers nor output padding: the whole output is made and cut. Where more is asked for
 * than there is, a row of zeros after the input makes room; it adds nothing but the bias.
 */
function cuts(axis: TransposedAxis): { readonly room: 0 | 1; readonly before: number; readonly after: number } {
	const whole = (rows: number) => (rows - 1) * axis.stride + Math.max(axis.window, axis.stride);
	const after = whole(axis.input) - axis.padBefore - axis.output;
	if (after >= 0) return { room: 0, before: axis.padBefore, after };
	return { room: 1, before: axis.padBefore, after: whole(axis.input + 1) - axis.padBefore - axis.output };
}

export const targets: LayerTargets<TransposeFields> = {
	keras: (config, { inputs }) => {
		const { height, width } = spreadOf(config, onlyMap(inputs));
		const isKerasSame = config.padding === 'same' && config.outputPadding === null;
		const [rows, columns] = [cuts(height), cuts(width)];
		const convolution: KerasLayer = {
			className: 'Conv2DTranspose',
			config: {
				filters: config.filters,
				kernel_size: [...config.kernelSize],
				strides: [...config.strides],
				padding: isKerasSame ? 'same' : 'valid',
				data_format: 'channels_last',
				activation: config.activation,
				use_bias: config.useBias,
				...kerasKernel(config),
				...kerasConstraint(config.maxNorm, FILTER_AXES),
			},
			weights: config.useBias ? ['kernel', 'bias'] : ['kernel'],
		};
		if (isKerasSame) return [convolution];
		const chain: KerasLayer[] = [convolution];
		if (rows.room + columns.room > 0) {
			const padding = [
				[0, rows.room],
				[0, columns.room],
			];
			chain.unshift({ className: 'ZeroPadding2D', config: { padding, data_format: 'channels_last' }, weights: [] });
		}
		if (rows.before + rows.after + columns.before + columns.after > 0) {
			const cropping = [
				[rows.before, rows.after],
				[columns.before, columns.after],
			];
			chain.push({ className: 'Cropping2D', config: { cropping, data_format: 'channels_last' }, weights: [] });
		}
		return chain;
	},
	onnx,
	pytorch,
};
