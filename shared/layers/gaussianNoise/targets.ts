import { unchanged } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import type { NoiseFields } from './fields.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<NoiseFields> = {
	keras: ({ stddev }) => [{ className: 'GaussianNoise', config: { stddev }, weights: [] }],
	onnx: unchanged,
	pytorch,
};
