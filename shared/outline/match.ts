import type { GraphDocument, GraphNode } from '../graph/document.ts';
import type { LayerLine } from './line.ts';
import type { WrittenOutline } from './write.ts';

/**
 * Which layer of the document each line of the text means, so that ids, places, wires and weights are kept. A line means the
 * layer of its name. What is left over between two lines that were found is matched in order where the kind is the same:
 * there a name was changed.
 */
export function matchNodes(
	document: GraphDocument,
	written: WrittenOutline,
	lines: readonly LayerLine[],
): ReadonlyMap<LayerLine, GraphNode> {
	const byId = new Map(document.nodes.map((node) => [node.id, node]));
	const before = written.nodes.flatMap((id) => (id === null ? [] : (byId.get(id) ?? [])));
	const byName = new Map(before.map((node) => [node.name, node]));
	const matched = new Map<LayerLine, GraphNode>();
	for (const line of lines) {
		const node = byName.get(line.name.text);
		if (!node) continue;
		matched.set(line, node);
		byName.delete(line.name.text);
	}
	const left = new Set(byName.values());
	const placeOf = new Map(before.map((node, place) => [node, place]));
	let at = 0;
	for (const line of lines) {
		const node = matched.get(line);
		if (node) {
			at = (placeOf.get(node) ?? -1) + 1;
			continue;
		}
		const candidate = before[at];
		if (!candidate || !left.has(candidate) || candidate.kind !== line.layerKind.text) continue;
		matched.set(line, candidate);
		left.delete(candidate);
		at++;
	}
	return matched;
}
