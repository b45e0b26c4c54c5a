import { useMediaQuery } from '@mantine/hooks';
import { useViewStore } from '../view/viewStore.ts';
import { useLayoutStore } from './layoutStore.ts';

/** `wide` has room for all panels; `medium` makes the left panel a strip; `narrow` lays the inspector over the canvas. */
export type WindowClass = 'wide' | 'medium' | 'narrow';

const WIDE = '(min-width: 1280px)';
const MEDIUM = '(min-width: 1100px)';

export function useWindowClass(): WindowClass {
	const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
	const isMedium = useMediaQuery(MEDIUM, undefined, { getInitialValueInEffect: false });
	if (isWide) return 'wide';
	return isMedium ? 'medium' : 'narrow';
}

/** Whether the inspector is shown, beside the canvas or over it. */
export function useIsInspectorOpen(): boolean {
	const key = inspectorKey(useWindowClass() === 'narrow');
	return useLayoutStore((state) => state[key]);
}

/** Whether the network stands as text left of the canvas; it may be in any window, however narrow. */
export function useIsOutlineOpen(): boolean {
	const isLeftOpen = useLayoutStore((state) => state.isLeftOpen);
	return useViewStore((state) => isLeftOpen && state.mode === 'build' && state.leftTab === 'outline');
}

/** Opens or closes the inspector in the way that fits the window. */
export function showInspector(isOpen: boolean): void {
	useLayoutStore.getState().set({ [inspectorKey(isNarrowNow())]: isOpen });
}

export function isInspectorOpen(): boolean {
	return useLayoutStore.getState()[inspectorKey(isNarrowNow())];
}

function inspectorKey(isNarrow: boolean): 'isRightCalled' | 'isRightOpen' {
	return isNarrow ? 'isRightCalled' : 'isRightOpen';
}

function isNarrowNow(): boolean {
	return !window.matchMedia(MEDIUM).matches;
}
