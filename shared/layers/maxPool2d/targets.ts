import { pooledWindow } from '../onnxPooling.ts';
import { kerasPool, type poolFields, poolSettings } from '../pooling.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf } from '../slidingWindow.ts';
import type { LayerTargets } from '../targets.ts';
import { torchMaxPool } from '../torchWindows.ts';

export const targets: LayerTargets<typeof poolFields> = {
	keras: (config, { inputs }) =>
		kerasPool({ stock: 'MaxPooling2D', padded: 'PaddedMaxPooling2D' }, poolSettings(config, true), onlyMap(inputs), false),
	onnx: (config, values, { inputs }) => pooledWindow('MaxPool', poolSettings(config, true), values, inputs),
	pytorch: (config, { inputs }) => torchMaxPool(geometryOf(poolSettings(config, true), onlyMap(inputs))),
};
