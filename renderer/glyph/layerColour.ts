import { colourOf } from '#shared/picture/layerColour.ts';

/** The colour token of a kind, for CSS. */
export function kindColour(kind: string): string {
	return `var(--category-${colourOf(kind)})`;
}
