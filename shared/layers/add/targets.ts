import { operation } from '../../python/expression.ts';
import { folded } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { inputsOf, torchJoin } from '../torch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Add', config: {}, weights: [] }],
	onnx: folded('Add'),
	pytorch: (_config, { inputs }) => torchJoin(operation('+', ...inputsOf(inputs))),
};
