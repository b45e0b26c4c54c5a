import { groupMaker, layerMaker, type Maker } from '#shared/graph/insert.ts';
import { catalogue, layerDefinition } from '#shared/layers/catalogue.ts';
import type { PieceBody } from '#shared/pieces/piece.ts';
import { pieces } from '#shared/pieces/pieces.ts';
import type { Template } from '#shared/templates/template.ts';
import { findTemplate, templateNameOf, templates } from '#shared/templates/templates.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import { kindColour } from '../glyph/layerColour.ts';
import type { IconName } from '../ui/Icon.tsx';
import { type SavedPiece, useSavedPiecesStore } from './savedPieces.ts';

/** Something that can be put on the canvas from the palette or the search: a layer, a block of layers, a group that the user kept, a network. */
export interface Insertable {
	/** A layer's kind, `piece:residual`, `own:` and the id of the user's piece, or `template:lenet-5`; what a drag from the palette carries. */
	readonly id: string;
	readonly section: 'layers' | 'pieces' | 'templates';
	readonly title: string;
	readonly summary: string;
	readonly synonyms: readonly string[];
	readonly icon: IconName;
	/** For CSS. */
	readonly colour: string;
	/** What is in it, for its picture; `null` for a layer and for a whole network. */
	readonly body: PieceBody | null;
}

const PIECE = 'piece:';
const OWN = 'own:';
const TEMPLATE = 'template:';

/** In palette order. */
export function layersToInsert(format: Formatter): readonly Insertable[] {
	return catalogue.map(({ kind, icon }) => {
		const word = (key: string): string => format.text(message(`layer.${kind}.${key}`));
		return {
			id: kind,
			section: 'layers',
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
		section: 'pieces',
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
		section: 'pieces',
		title: piece.name,
		summary: format.text(message('pieces.own.summary', { count: piece.document.nodes.length })),
		synonyms: [],
		icon: 'group',
		colour: GREY,
		body: piece,
	}));
}

/** Whole networks. */
export function templatesToInsert(format: Formatter): readonly Insertable[] {
	return templates.map(({ name, title, summary, source }) => ({
		id: TEMPLATE + name,
		section: 'templates',
		title: format.text(title),
		summary: format.text(summary),
		synonyms: [name, ...(source ? [`${source.authors} ${source.year}`] : [])],
		icon: 'star',
		colour: GREY,
		body: null,
	}));
}

/** The network that an id stands for; `null` for a layer or piece. */
export function templateOf(id: string): Template | null {
	const name = templateNameOf(id);
	return name === null ? null : (findTemplate(name) ?? null);
}

/** Makes the card that an id stands for; `null` for a piece that is gone, and for a whole network. */
export function makerOf(id: string): Maker | null {
	if (id.startsWith(PIECE)) {
		const piece = pieces.find(({ name }) => PIECE + name === id);
		return piece ? groupMaker((input) => piece.build(input)) : null;
	}
	if (id.startsWith(OWN)) {
		const saved = useSavedPiecesStore.getState().pieces?.find((piece) => OWN + piece.id === id);
		return saved ? groupMaker(() => saved) : null;
	}
	return layerDefinition(id) ? layerMaker(id) : null;
}
