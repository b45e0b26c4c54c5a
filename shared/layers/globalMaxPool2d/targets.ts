import { input, method } from '../../python/expression.ts';
import { pooledWhole } from '../onnxPooling.ts';
import type { LayerTargets } from '../targets.ts';
import { torchJoin } from '../torch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'GlobalMaxPooling2D', config: { data_format: 'channels_last' }, weights: [] }],
	onnx: pooledWhole('GlobalMaxPool'),
	pytorch: () => torchJoin(method(input(), 'amax', [], { dim: [2, 3] })),
};
