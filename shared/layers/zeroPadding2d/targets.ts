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
	pytorch: ({ pad }) => ({ chain: [torchStep(padSides(pad))] }),
};
