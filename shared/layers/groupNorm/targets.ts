import type { LayerTargets } from '../targets.ts';
import type { GroupNormFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<GroupNormFields> = {
	keras: ({ groups, epsilon, center, scale }) => [
		{
			className: 'GroupNormalization',
			config: { groups, axis: -1, epsilon, center, scale },
			weights: [...(scale ? ['gamma'] : []), ...(center ? ['beta'] : [])],
		},
	],
	onnx,
	pytorch,
};
