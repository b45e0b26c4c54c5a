import { operation } from '../../python/expression.ts';
import { folded } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { inputsOf, torchJoin } from '../torch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Subtract', config: {}, weights: [] }],
	onnx: folded('Sub'),
	pytorch: (_config, { inputs }) => torchJoin(operation('-', ...inputsOf(inputs))),
};
