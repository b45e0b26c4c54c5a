import type { GraphEdge } from '#shared/graph/document.ts';
import { portKey } from '#shared/graph/groups.ts';
import { isSameEdge } from '#shared/graph/query.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { OPEN_PORT, type Scene, type SceneWire, STUB_PORT } from '#shared/picture/scene.ts';
import type { WireStart } from '../connect/wireStart.ts';

/** The port of a card that shows a layer's port: its own, the one of the folded group around it, or of a stub at the border. */
export function shownEnd(scene: Scene, { node, port, side }: WireStart): { readonly card: string; readonly port: string } | null {
	const key = scene.cardOf(node);
	if (key === node) return { card: node, port };
	if (key === '') {
		const stub = scene.stubs.find((candidate) => candidate.node === node && candidate.side === (side === 'source' ? 'from' : 'to'));
		return stub ? { card: stub.id, port: STUB_PORT } : null;
	}
	if (side === 'source') return { card: key, port: portKey({ source: node, sourcePort: port }) };
	const card = scene.cards.find(({ group }) => groupKey(group.id) === key);
	const entry = card?.entries.find(({ edges }) => edges.some((edge) => edge.target === node && edge.targetPort === port));
	return { card: key, port: entry?.key ?? OPEN_PORT };
}

/** The drawn wire that a wire of the document is part of: at a folded group several are drawn as one. */
export function drawnWire(scene: Scene, edge: GraphEdge): SceneWire | undefined {
	return scene.wires.find(({ edges }) => edges.some((other) => isSameEdge(other, edge)));
}
