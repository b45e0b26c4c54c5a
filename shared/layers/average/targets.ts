import { operation } from '../../python/expression.ts';
import { joined } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { inputsOf, torchJoin } from '../torch.ts';

export const targets: LayerTargets = {
	keras: () => [{ className: 'Average', config: {}, weights: [] }],
	onnx: joined('Mean'),
	pytorch: (_config, { inputs }) => torchJoin(operation('/', operation('+', ...inputsOf(inputs)), inputs.length)),
};
