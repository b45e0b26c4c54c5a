import { floats, integers, node, only } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { padSides, torchStep } from '../torch.ts';
import type { ZeroPaddingFields } from './fields.ts';

export const targets: LayerTargets<ZeroPaddingFields> = {
	keras: ({ pad: { top, bottom, left, right } }) => {
		const padding = [
			[top, bottom],
			[left, right],
		];
		return [{ className: 'ZeroPadding2D', config: { padding, data_format: 'channels_last' }, weights: [] }];
	},
	onnx: ({ pad: { top, bottom, left, right } }, values) =>
		node('Pad', [only(values), integers([0, 0, top, left, 0, 0, bottom, right]), floats([0], [])], { mode: 'constant' }),
	pytorch: ({ pad }) => ({ chain: [torchStep(padSides(pad))] }),
};
