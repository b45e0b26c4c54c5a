import type { LayerTargets } from '../targets.ts';
import type { ReshapeFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<ReshapeFields> = {
	keras: (_config, { output }) => [{ className: 'Reshape', config: { target_shape: [...output] }, weights: [] }],
	onnx,
	pytorch,
};
