import { input, operation } from '../../python/expression.ts';
import { floats, only, scaled } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';
import type { RescalingFields } from './fields.ts';

export const targets: LayerTargets<RescalingFields> = {
	keras: ({ scale, offset }) => [{ className: 'Rescaling', config: { scale, offset }, weights: [] }],
	onnx: ({ scale, offset }, values) => scaled(only(values), floats([scale], []), floats([offset], [])),
	pytorch: ({ scale, offset }) => ({
		chain: [torchStep(operation(offset < 0 ? '-' : '+', operation('*', input(), scale), Math.abs(offset)))],
		vectorOrder: 'keeps',
	}),
};
