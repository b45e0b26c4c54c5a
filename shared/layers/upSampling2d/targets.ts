import type { LayerTargets } from '../targets.ts';
import type { UpSamplingFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<UpSamplingFields> = {
	keras: ({ size, interpolation }) => [
		{ className: 'UpSampling2D', config: { size: [...size], interpolation, data_format: 'channels_last' }, weights: [] },
	],
	onnx,
	pytorch,
};
