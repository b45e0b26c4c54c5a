import { groupMaker, layerMaker, type Maker } from '#shared/graph/insert.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import type { PieceBody } from '#shared/pieces/piece.ts';
import { pieces } from '#shared/pieces/pieces.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import { kindColour } from '../glyph/layerColour.ts';
import type { IconName } from '../ui/Icon.tsx';
import { type SavedPiece, useSavedPiecesStore } from './savedPieces.ts';

/** Something that can be put on the canvas from the palette or the search: a layer, a block of layers, a group that the user kept. */
export interface Insertable {
	/** A layer's kind, `piece:residual`, or `own:` and the id of the user's piece; what a drag from the palette carries. */
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly synonyms: readonly string[];
	readonly icon: IconName;
	/** For CSS. */
	readonly colour: string;
	/** What is in it, for its picture; `null` for a layer. */
	readonly body: PieceBody | null;
}

const PIECE = 'piece:';
const OWN = 'own:';

/** In palette order. */
export function layersToInsert(format: Formatter): readonly Insertable[] {
	return catalogue.map(({ kind, icon }) => {
		const word = (key: string): string => format.text(message(`layer.${kind}.${key}`));
		return {
			id: kind,
			title: word('title'),
			summary: word('summary'),
			synonyms: [...word('synonyms').split(', '), kind],
			icon,
			colour: kindColour(kind),
			body: null,
		};
	});
}

const GREY = 'var(--text-3)';

export function piecesToInsert(format: Formatter): readonly Insertable[] {
	return pieces.map((piece) => ({
		id: PIECE + piece.name,
		title: format.text(piece.title),
		summary: format.text(piece.summary),
		synonyms: format.text(piece.synonyms).split(', '),
		icon: 'group',
		colour: GREY,
		body: piece.build(null),
	}));
}

/** The user's own. */
export function ownToInsert(format: Formatter, saved: readonly SavedPiece[]): readonly Insertable[] {
	return saved.map((piece) => ({
		id: OWN + piece.id,
		title: piece.name,
		summary: format.text(message('pieces.own.summary', { count: piece.document.nodes.length })),
		synonyms: [],
		icon: 'group',
		colour: GREY,
		body: piece,
	}));
}

/** Makes what an id stands for; `null` for a piece that is gone. */
export function makerOf(id: string): Maker | null {
	if (id.startsWith(PIECE)) {
		const piece = pieces.find(({ name }) => PIECE + name === id);
		return piece ? groupMaker((input) => piece.build(input)) : null;
	}
	if (id.startsWith(OWN)) {
		const saved = useSavedPiecesStore.getState().pieces?.find((piece) => OWN + piece.id === id);
		return saved ? groupMaker(() => saved) : null;
	}
	return layerMaker(id);
}
