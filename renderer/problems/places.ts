import type { GraphDocument, GroupId, NodeId } from '#shared/graph/document.ts';
import type { Diagnostic, Place } from '#shared/inference/diagnostic.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { showGroup, showLayer } from '../canvas/groups/inside.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Tells diagnostics apart in lists; the same problem keeps its key from edit to edit. */
export function diagnosticKey({ code, place, title }: Diagnostic): string {
	return JSON.stringify([code, place, title]);
}

/** The layer that a problem stands at; of a wire, the one that it leads to. */
export function nodeOf(place: Place): NodeId | null {
	switch (place.kind) {
		case 'node':
			return place.node;
		case 'edge':
			return place.edge.target;
		case 'group':
		case 'document':
			return null;
	}
}

/** Selects the layer and brings it into view; looks into the folded group that it is in. */
export function jumpTo(node: NodeId): void {
	const { select, set } = useViewStore.getState();
	showLayer(node);
	select([node]);
	set({ inspectorTab: 'layer' });
	canvasHandle.current?.reveal(node);
}

/** The same for a group. */
export function jumpToGroup(group: GroupId): void {
	const { select, set } = useViewStore.getState();
	showGroup(group);
	select([groupKey(group)]);
	set({ inspectorTab: 'layer' });
	canvasHandle.current?.reveal(groupKey(group));
}

/** Names of the layers that wait for a failing one, in the order of the data. */
export function waitingFor(document: GraphDocument, inference: Inference, node: NodeId): readonly string[] {
	const names = new Map(document.nodes.map(({ id, name }) => [id, name]));
	return inference.order.filter((other) => inference.nodes.get(other)?.waitsFor === node).map((other) => names.get(other) ?? other);
}
