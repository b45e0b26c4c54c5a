import { call, input } from '../../python/expression.ts';
import { floats, integers, node, only } from '../onnx.ts';
import type { LayerTargets } from '../targets.ts';
import { torchStep } from '../torch.ts';
import type { PadChannelsFields } from './fields.ts';

export const targets: LayerTargets<PadChannelsFields> = {
	keras: ({ before, after }) => [{ className: 'ChannelPadding', config: { before, after }, weights: [] }],
	onnx: ({ before, after }, values) =>
		node('Pad', [only(values), integers([0, before, 0, 0, 0, after, 0, 0]), floats([0], [])], { mode: 'constant' }),
	pytorch: ({ before, after }) => ({ chain: [torchStep(call('F.pad', [input(), [0, 0, 0, 0, before, after]]))] }),
};
