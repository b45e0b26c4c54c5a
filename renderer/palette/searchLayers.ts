import Fuse from 'fuse.js';
import type { Formatter } from '#shared/text/formatter.ts';
import { type Insertable, layersToInsert, ownToInsert, piecesToInsert, templatesToInsert } from './insertable.ts';
import type { SavedPiece } from './savedPieces.ts';

interface Index {
	readonly saved: readonly SavedPiece[];
	readonly all: readonly Insertable[];
	readonly fuse: Fuse<Insertable>;
}

const indices = new WeakMap<Formatter, Index>();

function indexFor(format: Formatter, saved: readonly SavedPiece[]): Index {
	const known = indices.get(format);
	if (known?.saved === saved) return known;
	const all = [...layersToInsert(format), ...ownToInsert(format, saved), ...piecesToInsert(format), ...templatesToInsert(format)];
	const fuse = new Fuse(all, {
		keys: [
			{ name: 'title', weight: 3 },
			{ name: 'synonyms', weight: 2 },
			{ name: 'summary', weight: 0.5 },
		],
		threshold: 0.35,
		ignoreLocation: true,
	});
	const made = { saved, all, fuse };
	indices.set(format, made);
	return made;
}

const none: readonly SavedPiece[] = [];

/**
 * Layers, blocks and whole networks by title, synonym ("fully connected", "skip connection") and summary, best first; all of them for
 * an empty query, layers in palette order, then the user's pieces, then the others, then networks.
 */
export function searchLayers(query: string, format: Formatter, saved: readonly SavedPiece[] = none): readonly Insertable[] {
	const { all, fuse } = indexFor(format, saved);
	const trimmed = query.trim();
	if (trimmed === '') return all;
	const found = fuse.search(trimmed).map(({ item }) => item);
	// What is called so comes before what goes by that word too, and that before what only comes near it; whole networks come last there.
	const begins = (word: string): boolean => word.toLowerCase().startsWith(trimmed.toLowerCase());
	const nearness = ({ title, synonyms, section }: Insertable): number => {
		if (begins(title)) return 0;
		if (synonyms.some(begins)) return 1;
		return section === 'templates' ? 3 : 2;
	};
	return [...found].sort((a, b) => nearness(a) - nearness(b));
}
