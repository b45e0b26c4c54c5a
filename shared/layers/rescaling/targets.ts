import { input, operation } from '../../python/expression.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';
import type { RescalingFields } from './fields.ts';

export const targets: LayerTargets<RescalingFields> = {
	keras: ({ scale, offset }) => [{ className: 'Rescaling', config: { scale, offset }, weights: [] }],
	pytorch: ({ scale, offset }) => ({
		chain: [torchStep(operation(offset < 0 ? '-' : '+', operation('*', input(), scale), Math.abs(offset)))],
		vectorOrder: 'keeps',
	}),
};
