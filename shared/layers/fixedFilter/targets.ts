import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, kerasPadding, kerasZeroPadding } from '../slidingWindow.ts';
import type { LayerTargets } from '../targets.ts';
import { type FixedFilterFields, slidingSettings } from './fields.ts';
import { kernelOf } from './kernels.ts';
import { onnx } from './onnx.ts';
import { pytorch } from './pytorch.ts';

export const targets: LayerTargets<FixedFilterFields> = {
	keras: (config, { inputs }) => {
		const rows = kernelOf(config);
		const settings = slidingSettings(config, rows);
		const zeros = kerasZeroPadding(settings, geometryOf(settings, onlyMap(inputs)));
		const filter = {
			className: 'FixedFilter2D',
			config: { kernel: rows.map((row) => [...row]), strides: [...config.strides], padding: kerasPadding(settings) },
			weights: [],
		};
		return zeros ? [zeros, filter] : [filter];
	},
	onnx,
	pytorch,
};
