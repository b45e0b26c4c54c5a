import { call } from '../../python/expression.ts';
import type { DropoutFields } from '../dropout/fields.ts';
import { unchanged } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { torchPointwise } from '../torch.ts';

export const targets: LayerTargets<DropoutFields> = {
	keras: ({ rate }) => [{ className: 'SpatialDropout2D', config: { rate }, weights: [] }],
	onnx: unchanged,
	pytorch: ({ rate }) => torchPointwise(call('nn.Dropout2d', [rate])),
};
