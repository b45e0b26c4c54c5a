import Fuse from 'fuse.js';
import { catalogue } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';

interface Entry {
	readonly definition: LayerDefinition;
	readonly title: string;
	readonly synonyms: string[];
	readonly summary: string;
}

const indices = new WeakMap<Formatter, Fuse<Entry>>();

function indexFor(format: Formatter): Fuse<Entry> {
	const known = indices.get(format);
	if (known) return known;
	const word = (definition: LayerDefinition, key: string): string => format.text(message(`layer.${definition.kind}.${key}`));
	const entries: readonly Entry[] = catalogue.map((definition) => ({
		definition,
		title: word(definition, 'title'),
		synonyms: [...word(definition, 'synonyms').split(', '), definition.kind],
		summary: word(definition, 'summary'),
	}));
	const made = new Fuse(entries, {
		keys: [
			{ name: 'title', weight: 3 },
			{ name: 'synonyms', weight: 2 },
			{ name: 'summary', weight: 0.5 },
		],
		threshold: 0.35,
		ignoreLocation: true,
	});
	indices.set(format, made);
	return made;
}

/** Layers by title, synonym ("fully connected") and summary, best first; all in palette order for an empty query. */
export function searchLayers(query: string, format: Formatter): readonly LayerDefinition[] {
	const trimmed = query.trim();
	if (trimmed === '') return catalogue;
	return indexFor(format)
		.search(trimmed)
		.map(({ item }) => item.definition);
}
