import { type RefObject, useEffect } from 'react';
import { useStoreApi } from 'reactflow';

/** Half the width of what can be hit, in pixels of the screen. */
const REACH_PX = 12;
/** In canvas pixels: half a card. */
const MOST = 54;

/** Keeps ports and the ends of wires as large under the pointer at every zoom; written to the style, so that nothing is drawn again. */
export function usePortReach(area: RefObject<HTMLDivElement | null>): void {
	const store = useStoreApi();
	useEffect(() => {
		let last = 0;
		const follow = (): void => {
			const [, , zoom] = store.getState().transform;
			const reach = Math.min(MOST, Math.max(REACH_PX, Math.ceil(REACH_PX / zoom)));
			if (reach === last) return;
			last = reach;
			area.current?.style.setProperty('--port-reach', String(reach));
		};
		follow();
		return store.subscribe(follow);
	}, [store, area]);
}
