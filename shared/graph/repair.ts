import { fieldWord } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerLookup } from '../layers/defineLayer.ts';
import { parseConfig } from '../layers/fields.ts';
import { type Message, message } from '../text/message.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, NodeConfig, NodeId } from './document.ts';
import { namer } from './ids.ts';
import { closingEdges, isSameEdge, orderGraph } from './query.ts';

/** Something in a document that was put right while it was read. */
export interface Repair {
	/** Name of the layer, wire or setting. */
	readonly place: string;
	readonly message: Message;
}

type Report = (place: string, repair: Message) => void;

/** Cards stay within reach of the canvas. */
const FARTHEST = 1_000_000;

/**
 * Makes a well-typed document agree with itself: names and ids unique, wires between ports that exist, one to a port that takes
 * one, no loops, settings within their bounds. Layers of unknown kinds stay as they are. The same document where all is well.
 */
export function repairDocument(
	document: GraphDocument,
	lookup: LayerLookup,
): { readonly document: GraphDocument; readonly repairs: readonly Repair[] } {
	const repairs: Repair[] = [];
	const report: Report = (place, repair) => repairs.push({ place, message: repair });
	const steps = [repairNodes, repairGroups, repairNotes, repairEdges, cutLoops];
	const repaired = steps.reduce((current, step) => step(current, lookup, report), document);
	return { document: repairs.length === 0 ? document : repaired, repairs };
}

function repairNodes(document: GraphDocument, lookup: LayerLookup, report: Report): GraphDocument {
	const nodes: GraphNode[] = [];
	const ids = new Set<NodeId>();
	const names = new Set<string>();
	const freshIds = namer(
		document.nodes.map((node) => node.id),
		dashed,
	);
	const freshNames = namer(
		document.nodes.map((node) => node.name),
		(stem, number) => `${stem} ${number}`,
	);
	for (const original of document.nodes) {
		let node = original;
		if (ids.has(node.id) || node.id === '__proto__') {
			node = { ...node, id: freshIds.next(node.kind) };
			report(node.name, message('load.repair.nodeId', { id: original.id }));
		}
		if (names.has(node.name)) {
			node = { ...node, name: freshNames.next(node.name.replace(/\s+\d+$/, '') || node.name) };
			report(original.name, message('load.repair.name', { name: node.name }));
		}
		const { x, y } = node.position;
		if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) {
			node = { ...node, position: { x: clamp(x), y: clamp(y) } };
			report(node.name, message('load.repair.position'));
		}
		const definition = lookup(node.kind);
		if (definition) node = repairConfig(node, definition, report);
		ids.add(node.id);
		names.add(node.name);
		nodes.push(node);
	}
	return { ...document, nodes };
}

function dashed(stem: string, number: number): string {
	return `${stem}-${number}`;
}

function clamp(value: number): number {
	return Math.max(-FARTHEST, Math.min(FARTHEST, value));
}

function repairConfig(node: GraphNode, definition: LayerDefinition, report: Report): GraphNode {
	const parsed = parseConfig(definition, node.config);
	if (parsed.ok) return node;
	const config: Record<string, NodeConfig[string]> = { ...node.config };
	for (const { field, message: reason } of parsed.problem) {
		const initial = definition.fields[field]?.initial as NodeConfig[string] | undefined;
		if (!Object.hasOwn(config, field) || initial === undefined) continue;
		config[field] = initial;
		report(node.name, message('load.repair.config', { field: fieldWord(definition, field, 'label'), reason }));
	}
	return { ...node, config };
}

function repairGroups(document: GraphDocument, _lookup: LayerLookup, report: Report): GraphDocument {
	const fresh = namer(
		document.groups.map((group) => group.id),
		dashed,
	);
	const taken = new Set<string>();
	const groups = document.groups.map((group) => {
		const isTaken = taken.has(group.id);
		taken.add(group.id);
		if (!isTaken) return group;
		report(group.name, message('load.repair.groupId', { id: group.id }));
		return { ...group, id: fresh.next('group') };
	});
	const known = new Map(groups.map((group) => [group.id, group]));
	const without = <Item extends { readonly name: string }>(item: Item, key: keyof Item): Item => {
		report(item.name, message('load.repair.group'));
		const { [key]: _, ...rest } = item;
		return rest as Item;
	};
	return {
		...document,
		groups: groups.map((group) => (group.parent !== undefined && !leadsToTop(group, known) ? without(group, 'parent') : group)),
		nodes: document.nodes.map((node) => (node.group !== undefined && !known.has(node.group) ? without(node, 'group') : node)),
	};
}

function leadsToTop(group: GraphGroup, known: ReadonlyMap<string, GraphGroup>): boolean {
	const seen = new Set<string>();
	for (let at: GraphGroup | undefined = group; at; at = at.parent === undefined ? undefined : known.get(at.parent)) {
		if (seen.has(at.id) || (at.parent !== undefined && !known.has(at.parent))) return false;
		seen.add(at.id);
	}
	return true;
}

function repairNotes(document: GraphDocument, _lookup: LayerLookup, report: Report): GraphDocument {
	const fresh = namer(
		document.notes.map((note) => note.id),
		dashed,
	);
	const taken = new Set<string>();
	const notes = document.notes.map((note) => {
		const isTaken = taken.has(note.id);
		taken.add(note.id);
		if (!isTaken) return note;
		report(note.text.slice(0, 40), message('load.repair.noteId', { id: note.id }));
		return { ...note, id: fresh.next('note') };
	});
	return { ...document, notes };
}

function repairEdges(document: GraphDocument, lookup: LayerLookup, report: Report): GraphDocument {
	const nodes = new Map(document.nodes.map((node) => [node.id, node]));
	const kept: GraphEdge[] = [];
	const atTarget = new Map<NodeId, GraphEdge[]>();
	for (const edge of document.edges) {
		const source = nodes.get(edge.source);
		const target = nodes.get(edge.target);
		const siblings = atTarget.get(edge.target) ?? [];
		const fault = wireFault(
			edge,
			source && lookup(source.kind),
			target && lookup(target.kind),
			siblings,
			source !== undefined && target !== undefined,
		);
		if (fault) {
			report(`${source?.name ?? edge.source} → ${target?.name ?? edge.target}`, message(fault));
			continue;
		}
		kept.push(edge);
		atTarget.set(edge.target, [...siblings, edge]);
	}
	return { ...document, edges: kept };
}

/** Why a wire cannot stay, given those before it at the same node; ports of unknown kinds are taken on trust. */
function wireFault(
	edge: GraphEdge,
	source: LayerDefinition | undefined,
	target: LayerDefinition | undefined,
	siblings: readonly GraphEdge[],
	hasEnds: boolean,
): string | null {
	if (!hasEnds) return 'load.repair.edgeEnd';
	if (edge.source === edge.target) return 'load.repair.edgeLoop';
	if (source && !source.outputs.some((port) => port.name === edge.sourcePort)) return 'load.repair.edgePort';
	const port = target?.inputs.find((candidate) => candidate.name === edge.targetPort);
	if (target && !port) return 'load.repair.edgePort';
	if (siblings.some((other) => isSameEdge(other, edge))) return 'load.repair.edgeTwice';
	if (port && !port.many && siblings.some((other) => other.targetPort === edge.targetPort)) return 'load.repair.edgeTaken';
	return null;
}

function cutLoops(document: GraphDocument, _lookup: LayerLookup, report: Report): GraphDocument {
	const { cycles } = orderGraph(document);
	if (cycles.length === 0) return document;
	const nodes = new Map(document.nodes.map((node) => [node.id, node]));
	const cut = new Set(cycles.flatMap((cycle) => closingEdges(document, cycle)));
	for (const edge of cut) {
		report(
			`${nodes.get(edge.source)?.name ?? edge.source} → ${nodes.get(edge.target)?.name ?? edge.target}`,
			message('load.repair.edgeLoop'),
		);
	}
	return { ...document, edges: document.edges.filter((edge) => !cut.has(edge)) };
}
