/** What the window looks like beyond its layout: chosen, or `auto` for what the system says. */
export interface AppearanceChoice {
	readonly theme: 'auto' | 'light' | 'dark';
	readonly motion: 'auto' | 'reduced';
	readonly contrast: 'auto' | 'more';
}

export interface Appearance {
	readonly scheme: 'light' | 'dark';
	readonly isMotionReduced: boolean;
	readonly hasMoreContrast: boolean;
}

const DARK = '(prefers-color-scheme: dark)';
const CALM = '(prefers-reduced-motion: reduce)';
const STRONG = '(prefers-contrast: more)';

const asksFor = (query: string): boolean => window.matchMedia(query).matches;

export function resolveAppearance({ theme, motion, contrast }: AppearanceChoice): Appearance {
	const systemScheme = asksFor(DARK) ? 'dark' : 'light';
	return {
		scheme: theme === 'auto' ? systemScheme : theme,
		isMotionReduced: motion === 'reduced' || asksFor(CALM),
		hasMoreContrast: contrast === 'more' || asksFor(STRONG),
	};
}

/** Calls back when the system switches one of them; returns how to stop. */
export function onSystemAppearance(listener: () => void): () => void {
	const queries = [DARK, CALM, STRONG].map((query) => window.matchMedia(query));
	for (const query of queries) query.addEventListener('change', listener);
	return () => {
		for (const query of queries) query.removeEventListener('change', listener);
	};
}

/** For the style sheets, which read `data-motion` and `data-contrast` on the root element. */
export function markRoot({ isMotionReduced, hasMoreContrast }: Appearance): void {
	const { dataset } = document.documentElement;
	if (isMotionReduced) dataset.motion = 'reduced';
	else delete dataset.motion;
	if (hasMoreContrast) dataset.contrast = 'more';
	else delete dataset.contrast;
}

/** Whether what moves by script should jump instead. */
export function isMotionReduced(): boolean {
	return document.documentElement.dataset.motion === 'reduced';
}
