import { useEffect } from 'react';
import { useStoreApi } from 'reactflow';

/** Half the width of what can be hit, in pixels of the screen. */
const REACH_PX = 12;
/** In canvas pixels, up to half a card. Few steps, so that few turns of the wheel change one. */
const STEPS = [12, 16, 24, 36];
const MOST = 54;
const REST_MS = 120;

/**
 * Keeps ports and the ends of wires as large under the pointer at every zoom, as soon as it rests. Written into a sheet that names
 * them alone: a property on the canvas would have every element in it styled anew.
 */
export function usePortReach(): void {
	const store = useStoreApi();
	useEffect(() => {
		const sheet = new CSSStyleSheet();
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		let last = 0;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const apply = (): void => {
			last = reachAt(store.getState().transform[2]);
			sheet.replaceSync(`.react-flow__handle, [data-grip] { --port-reach: ${last}; }`);
		};
		const follow = (): void => {
			if (reachAt(store.getState().transform[2]) === last) return;
			clearTimeout(timer);
			timer = setTimeout(apply, REST_MS);
		};
		apply();
		const stop = store.subscribe(follow);
		return () => {
			stop();
			clearTimeout(timer);
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
		};
	}, [store]);
}

function reachAt(zoom: number): number {
	return STEPS.find((step) => step >= REACH_PX / zoom) ?? MOST;
}
