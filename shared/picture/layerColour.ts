import { layerDefinition } from '../layers/catalogue.ts';
import type { Category, LayerDefinition } from '../layers/defineLayer.ts';

/** Name of a layer's colour: its own where it has one, else that of its category; grey for a kind that is not known. */
export function layerColour(definition: Pick<LayerDefinition, 'category' | 'colour'> | undefined): Category {
	return definition?.colour ?? definition?.category ?? 'size';
}

/** The colour of a kind by its id. */
export function colourOf(kind: string): Category {
	return layerColour(layerDefinition(kind));
}
