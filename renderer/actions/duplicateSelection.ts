import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { freshName, freshNodeId } from '#shared/graph/ids.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedNodes } from './guards.ts';

const OFFSET = 32;

/** Copies the selected layers with the wires among them, a little lower and to the right. */
export const duplicateSelection: Action = {
	name: 'duplicateSelection',
	group: 'edit',
	keys: ['mod+D'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => {
		let document = openDocumentOrThrow();
		const edits: Edit[] = [];
		const copies = new Map<string, string>();
		const nodes = selectedNodes();
		for (const node of nodes) {
			const copy = {
				...node,
				id: freshNodeId(document, node.kind),
				name: freshName(document, node.name),
				position: { x: node.position.x + OFFSET, y: node.position.y + OFFSET },
			};
			copies.set(node.id, copy.id);
			const edit: Edit = { kind: 'addNode', node: copy };
			document = applyEdits(document, [edit]);
			edits.push(edit);
		}
		for (const edge of document.edges) {
			const source = copies.get(edge.source);
			const target = copies.get(edge.target);
			if (source && target) edits.push({ kind: 'connect', edge: { ...edge, source, target } });
		}
		useDocumentStore.getState().edit(edits, { label: message('history.duplicate', { count: nodes.length, name: nodes[0]?.name ?? '' }) });
		useViewStore.getState().select(copies.values());
	},
};
