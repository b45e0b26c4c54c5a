import { useMediaQuery } from '@mantine/hooks';

/** `wide` has room for all panels; `medium` makes the left panel a strip; `narrow` lays the inspector over the canvas. */
export type WindowClass = 'wide' | 'medium' | 'narrow';

export function useWindowClass(): WindowClass {
	const isWide = useMediaQuery('(min-width: 1280px)', undefined, { getInitialValueInEffect: false });
	const isMedium = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false });
	if (isWide) return 'wide';
	return isMedium ? 'medium' : 'narrow';
}
