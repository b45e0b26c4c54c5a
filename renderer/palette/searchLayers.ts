import Fuse from 'fuse.js';
import type { Formatter } from '#shared/text/formatter.ts';
import { type Insertable, layersToInsert, ownToInsert, piecesToInsert } from './insertable.ts';
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
	const all = [...layersToInsert(format), ...ownToInsert(format, saved), ...piecesToInsert(format)];
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
 * Layers and blocks by title, synonym ("fully connected", "skip connection") and summary, best first; all of them for an empty query,
 * layers in palette order, then the user's pieces, then the others.
 */
export function searchLayers(query: string, format: Formatter, saved: readonly SavedPiece[] = none): readonly Insertable[] {
	const { all, fuse } = indexFor(format, saved);
	const trimmed = query.trim();
	if (trimmed === '') return all;
	const found = fuse.search(trimmed).map(({ item }) => item);
	// What is called so comes before what is only known by that word.
	const isCalledSo = ({ title }: Insertable): boolean => title.toLowerCase().startsWith(trimmed.toLowerCase());
	return [...found.filter(isCalledSo), ...found.filter((item) => !isCalledSo(item))];
}
