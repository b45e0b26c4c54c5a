import { unchanged } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';

export const targets: LayerTargets = {
	keras: (_config, { output }) => [
		{ className: 'InputLayer', config: { batch_input_shape: [null, ...output], sparse: false }, weights: [] },
	],
	onnx: unchanged,
	pytorch: () => ({ chain: [] }),
};
