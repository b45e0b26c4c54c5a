import { createDocument } from '../graph/create.ts';
import type { GraphDocument, GraphGroup } from '../graph/document.ts';
import { openInputs } from '../graph/groupEnds.ts';
import { boxOfGroup } from '../graph/groupPlace.ts';
import { groupPorts } from '../graph/groups.ts';
import { takePiece } from '../graph/piece.ts';
import { groupMembers, type PortPlace } from '../graph/query.ts';

/**
 * A group of a document by itself, folded, to be kept for later ones: a document that holds nothing else, and where a wire to it
 * ends, which is where the first one ended that came in.
 */
export function pieceOfGroup(
	document: GraphDocument,
	group: GraphGroup,
): { readonly document: GraphDocument; readonly inputs: readonly PortPlace[] } {
	const members = groupMembers(document, group.id);
	const { nodes, edges, groups } = takePiece(document, members, group.parent);
	const [entry] = groupPorts(document, members).entries;
	const position = group.collapsed ? group.position : (boxOfGroup(document, group)?.first ?? group.position);
	return {
		document: {
			...createDocument({ id: 'piece', name: group.name }),
			nodes,
			edges,
			groups: groups.map((taken) => (taken.id === group.id ? { ...taken, position, collapsed: true } : taken)),
		},
		inputs: entry ? entry.edges.map(({ target, targetPort }) => ({ node: target, port: targetPort })) : openInputs(document, group),
	};
}
