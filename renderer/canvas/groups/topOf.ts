import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import type { InsertedPiece } from '#shared/graph/piece.ts';
import { groupKey } from '#shared/picture/groupKey.ts';

/** What to select of a piece that was just inserted: its groups, and the layers that are in none of them. */
export function topOf(document: GraphDocument, inserted: InsertedPiece): readonly string[] {
	const after = applyEdits(document, inserted.edits);
	const known = new Set(document.groups.map((group) => group.id));
	const ids = new Set(inserted.nodes);
	const alone = after.nodes.filter((node) => ids.has(node.id) && (node.group === undefined || known.has(node.group)));
	return [...inserted.groups.map(groupKey), ...alone.map((node) => node.id)];
}
