import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { Category, LayerDefinition } from '#shared/layers/defineLayer.ts';

/** Name of a layer's colour: its own where it has one, else that of its category; grey for a kind that is not known. */
export function layerColour(definition: Pick<LayerDefinition, 'category' | 'colour'> | undefined): Category {
	return definition?.colour ?? definition?.category ?? 'size';
}

/** The colour token of a kind, for CSS. */
export function kindColour(kind: string): string {
	return `var(--category-${layerColour(layerDefinition(kind))})`;
}
