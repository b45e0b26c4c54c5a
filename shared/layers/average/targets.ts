import { operation } from '../../python/expression.ts';
import type { LayerTargets } from '../targets.ts';
import { inputsOf, torchJoin } from '../torch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Average', config: {}, weights: [] }],
	pytorch: (_config, { inputs }) => torchJoin(operation('/', operation('+', ...inputsOf(inputs)), inputs.length)),
};
