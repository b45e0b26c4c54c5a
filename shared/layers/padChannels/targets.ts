import type { LayerTargets } from '../targets.ts';
import type { PadChannelsFields } from './fields.ts';

export const targets: LayerTargets<PadChannelsFields> = {
	keras: ({ before, after }) => [{ className: 'ChannelPadding', config: { before, after }, weights: [] }],
};
