import { joined } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Maximum', config: {}, weights: [] }],
	onnx: joined('Max'),
	pytorch,
};
