import { onlyMap } from '../shapeProblems.ts';
import type { LayerTargets } from '../targets.ts';
import { cutSides, torchStep } from '../torch.ts';
import type { CroppingFields } from './fields.ts';
import { onnx } from './onnx.ts';

export const targets: LayerTargets<CroppingFields> = {
	keras: ({ crop: { top, bottom, left, right } }) => {
		const cropping = [
			[top, bottom],
			[left, right],
		];
		return [{ className: 'Cropping2D', config: { cropping, data_format: 'channels_last' }, weights: [] }];
	},
	onnx,
	pytorch: ({ crop }, { inputs }) => ({ chain: [torchStep(cutSides(onlyMap(inputs), crop))] }),
};
