import { call } from '../../python/expression.ts';
import { unchanged } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { torchPointwise } from '../torch.ts';
import type { DropoutFields } from './fields.ts';

export const targets: LayerTargets<DropoutFields> = {
	keras: ({ rate }) => [{ className: 'Dropout', config: { rate, noise_shape: null, seed: null }, weights: [] }],
	onnx: unchanged,
	pytorch: ({ rate }) => torchPointwise(call('nn.Dropout', [rate])),
};
