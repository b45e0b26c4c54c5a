import type { GraphNode } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { selectedNodes } from './guards.ts';

/** Makes the selected layers part of base or head, or of neither; one step to undo. */
export function setRole(role: GraphNode['role'], words: string): void {
	const nodes = selectedNodes().filter((node) => node.role !== role);
	const label = message(words, { count: nodes.length, name: nodes[0]?.name ?? '' });
	useDocumentStore.getState().edit(
		nodes.map((node) => ({ kind: 'setNode', node: node.id, changes: { role } })),
		{ label },
	);
	announce(currentFormatter().text(label));
}
