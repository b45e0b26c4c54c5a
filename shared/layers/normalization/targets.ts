import type { LayerTargets } from '../targets.ts';
import type { NormalizationFields } from './fields.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<NormalizationFields> = {
	keras: ({ mean, deviation }) => [
		{
			className: 'Normalization',
			config: { axis: -1, mean: mean.flat(), variance: deviation.flat().map((value) => value * value) },
			weights: [],
		},
	],
	onnx,
	pytorch,
};
