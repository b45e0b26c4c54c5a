import { pooledWindow } from '../onnxPooling.ts';
import { kerasPool, poolSettings } from '../pooling.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { LayerTargets } from '../targets.ts';
import { torchAveragePool } from '../torchWindows.ts';
import type { fields } from './fields.ts';

export const targets: LayerTargets<typeof fields> = {
	keras: (config, { inputs }) =>
		kerasPool(
			{ stock: 'AveragePooling2D', padded: 'PaddedAveragePooling2D' },
			poolSettings(config, !config.countPadding),
			onlyMap(inputs),
			config.countPadding,
		),
	onnx: (config, values, { inputs }) =>
		pooledWindow('AveragePool', poolSettings(config, !config.countPadding), values, inputs, {
			count_include_pad: config.countPadding ? 1 : 0,
		}),
	pytorch: (config, { inputs }) =>
		torchAveragePool(geometryOf(poolSettings(config, !config.countPadding), onlyMap(inputs)), config.countPadding),
};
