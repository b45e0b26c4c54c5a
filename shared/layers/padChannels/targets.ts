import { call, input } from '../../python/expression.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';
import type { PadChannelsFields } from './fields.ts';

export const targets: LayerTargets<PadChannelsFields> = {
	keras: ({ before, after }) => [{ className: 'ChannelPadding', config: { before, after }, weights: [] }],
	pytorch: ({ before, after }) => ({ chain: [torchStep(call('F.pad', [input(), [0, 0, 0, 0, before, after]]))] }),
};
