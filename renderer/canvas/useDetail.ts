import { type ReactFlowState, useStore } from 'reactflow';

/** `distant` is a kind of `minimal`: not even names can be read. */
export type Detail = 'full' | 'compact' | 'minimal' | 'distant';

function detailOf({ transform: [, , zoom] }: ReactFlowState): Detail {
	if (zoom < 0.2) return 'distant';
	if (zoom < 0.35) return 'minimal';
	return zoom < 0.6 ? 'compact' : 'full';
}

/** How much of a card can be read at this zoom. */
export function useDetail(): Detail {
	return useStore(detailOf);
}
