import type { LayerTargets } from '../targets.ts';
import type { LocalResponseFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<LocalResponseFields> = {
	keras: ({ depthRadius, bias, alpha, beta }) => [
		{ className: 'LocalResponseNormalization', config: { depth_radius: depthRadius, bias, alpha, beta }, weights: [] },
	],
	onnx,
	pytorch,
};
