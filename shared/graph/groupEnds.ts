import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { GraphDocument, GraphGroup } from './document.ts';
import { groupPorts } from './groups.ts';
import { groupMembers, incomingEdges, outgoingEdges, type PortPlace } from './query.ts';

/** Where wires out of a group begin: what feeds the outside already, then members whose answer nobody takes. */
export function groupOutputs(document: GraphDocument, group: GraphGroup, lookup: LayerLookup = layerDefinition): readonly PortPlace[] {
	const members = groupMembers(document, group.id);
	const exits = groupPorts(document, members).exits.map(({ source, sourcePort }) => ({ node: source, port: sourcePort }));
	const loose = document.nodes.flatMap((node) => {
		const port = lookup(node.kind)?.outputs[0]?.name;
		const isLoose = members.has(node.id) && port !== undefined && outgoingEdges(document, node.id).length === 0;
		return isLoose ? [{ node: node.id, port }] : [];
	});
	return [...exits, ...loose];
}

/** Inputs of members that lack wires: a wire to the group feeds them all, so that a branch inside gets the same as its shortcut. */
export function openInputs(document: GraphDocument, group: GraphGroup, lookup: LayerLookup = layerDefinition): readonly PortPlace[] {
	const members = groupMembers(document, group.id);
	return document.nodes.flatMap((node) => {
		if (!members.has(node.id)) return [];
		const wires = incomingEdges(document, node.id);
		return (lookup(node.kind)?.inputs ?? [])
			.filter(({ name, min = 1 }) => wires.filter((edge) => edge.targetPort === name).length < min)
			.map(({ name }) => ({ node: node.id, port: name }));
	});
}
