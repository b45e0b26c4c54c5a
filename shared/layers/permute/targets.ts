import type { LayerTargets } from '../targets.ts';
import type { PermuteFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<PermuteFields> = {
	keras: ({ dims }) => [{ className: 'Permute', config: { dims: [...dims] }, weights: [] }],
	onnx,
	pytorch,
};
