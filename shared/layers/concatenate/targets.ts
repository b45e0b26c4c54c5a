import { call } from '../../python/expression.ts';
import type { LayerTargets } from '../targets.ts';
import { inputsOf, torchJoin } from '../torch.ts';
import type { ConcatenateFields } from './fields.ts';
import { onnx } from './onnx.ts';

/** Keras counts the batch as axis 0. */
const kerasAxes = { channels: -1, height: 1, width: 2 } as const;

/** PyTorch has the channels before rows and columns. */
const torchAxes = { channels: 1, height: 2, width: 3 } as const;

export const targets: LayerTargets<ConcatenateFields> = {
	keras: ({ axis }) => [{ className: 'Concatenate', config: { axis: kerasAxes[axis] }, weights: [] }],
	onnx,
	pytorch: ({ axis }, { inputs }) => torchJoin(call('torch.cat', [inputsOf(inputs)], { dim: torchAxes[axis] })),
};
