import type { GraphDocument, GraphEdge, GraphNode, GroupId, NodeId } from '../graph/document.ts';
import { findGroup, groupPath } from '../graph/groups.ts';
import { findNode, incomingEdges, orderGraph } from '../graph/query.ts';
import { isSameData } from '../json.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { END, GROUP, UNWIRED, writeName } from './line.ts';
import { writeValue } from './value.ts';

/** A document as text, and what each line stands for. */
export interface WrittenOutline {
	readonly lines: readonly string[];
	/** The layer of each line; `null` for the lines of groups. */
	readonly nodes: readonly (NodeId | null)[];
	/** Groups in the order of their first lines. */
	readonly groups: readonly GroupId[];
}

/**
 * The network as text, one layer a line, in the order in which data flows:
 *
 *     input: input
 *     conv 1: conv2d filters=32 kernelSize=5
 *     group block: ×3
 *       conv 2: conv2d padding=same
 *       add: add <- conv 2, conv 1
 *     end
 *
 * Settings that a new layer has anyway are left out, and so is `<-` where the input is the layer above.
 */
export function writeOutline(document: GraphDocument, lookup: LayerLookup = layerDefinition): WrittenOutline {
	const lines: string[] = [];
	const nodes: (NodeId | null)[] = [];
	const groups: GroupId[] = [];
	let above: NodeId | null = null;
	const write = (line: string, depth: number, node: NodeId | null): void => {
		lines.push('  '.repeat(depth) + line);
		nodes.push(node);
	};
	const writeLevel = (members: readonly GraphNode[], at: GroupId | undefined, depth: number): void => {
		for (const item of itemsAt(document, members, at)) {
			if (item.group === undefined) {
				for (const node of item.nodes) {
					write(writeLayer(document, node, above, lookup), depth, node.id);
					above = node.id;
				}
				continue;
			}
			write(writeGroup(document, item.group), depth, null);
			groups.push(item.group);
			writeLevel(item.nodes, item.group, depth + 1);
			write(END, depth, null);
		}
	};
	const ordered = orderGraph(document).order.flatMap((id) => findNode(document, id) ?? []);
	writeLevel(ordered, undefined, 0);
	return { lines, nodes, groups };
}

interface Item {
	/** The group that holds the nodes, of those right at this level; absent for a node that stands here itself. */
	readonly group: GroupId | undefined;
	readonly nodes: GraphNode[];
}

/** Nodes and groups of one level, each group where its first member comes. */
function itemsAt(document: GraphDocument, members: readonly GraphNode[], at: GroupId | undefined): readonly Item[] {
	const items: Item[] = [];
	const byGroup = new Map<GroupId, Item>();
	for (const node of members) {
		const path = groupPath(document, node.group).map(({ id }) => id);
		const group = path[at === undefined ? 0 : path.indexOf(at) + 1];
		const known = group === undefined ? undefined : byGroup.get(group);
		if (known) {
			known.nodes.push(node);
			continue;
		}
		const item = { group, nodes: [node] };
		items.push(item);
		if (group !== undefined) byGroup.set(group, item);
	}
	return items;
}

function writeGroup(document: GraphDocument, id: GroupId): string {
	const group = findGroup(document, id);
	const words = [
		(group?.repeat ?? 1) > 1 && `×${group?.repeat}`,
		group?.muted && 'muted',
		group?.frozen && 'frozen',
		group?.collapsed && 'folded',
	].filter(Boolean);
	return [`${GROUP} ${writeName(group?.name ?? id)}:`, ...words].join(' ');
}

function writeLayer(document: GraphDocument, node: GraphNode, above: NodeId | null, lookup: LayerLookup): string {
	const words = [`${writeName(node.name)}:`, node.kind, ...writeSettings(node, lookup)];
	for (const flag of ['muted', 'frozen', 'pinned'] as const) if (node[flag]) words.push(flag);
	if (node.role) words.push(node.role);
	const sources = writeSources(document, node, above, lookup);
	if (sources !== null) words.push(`<- ${sources}`);
	if (node.note) words.push(`# ${node.note.trim().replace(/\r?\n/g, '\\n')}`);
	return words.join(' ');
}

/** Settings that differ from a new layer's. A kind that is not known keeps its settings out of sight. */
function writeSettings(node: GraphNode, lookup: LayerLookup): readonly string[] {
	return Object.entries(lookup(node.kind)?.fields ?? {}).flatMap(([name, field]) => {
		const value = Object.hasOwn(node.config, name) ? node.config[name] : undefined;
		const isPlain = value === undefined || (value === null && field.follows) || (!field.follows && isSameData(value, field.initial));
		return isPlain ? [] : [`${name}=${writeValue(field.control, value)}`];
	});
}

/** `null` where the line needs no sources: those of the layer above, or a layer that takes none. */
function writeSources(document: GraphDocument, node: GraphNode, above: NodeId | null, lookup: LayerLookup): string | null {
	const edges = incomingEdges(document, node.id);
	const ports = lookup(node.kind)?.inputs ?? portsOf(edges);
	if (ports.length === 0) return null;
	const lists = ports.map(({ name }) => edges.filter((edge) => edge.targetPort === name));
	const [only, ...others] = lists.flat();
	if (only && others.length === 0 && lists[0]?.length === 1 && only.source === above && isFirstPort(document, only, lookup)) return null;
	return lists.map((list) => list.map((edge) => writeSource(document, edge, lookup)).join(', ') || UNWIRED).join(' | ');
}

/** Inputs of a kind that is not known: those that are wired. */
function portsOf(edges: readonly GraphEdge[]): readonly { readonly name: string }[] {
	return [...new Set(edges.map((edge) => edge.targetPort))].map((name) => ({ name }));
}

function writeSource(document: GraphDocument, edge: GraphEdge, lookup: LayerLookup): string {
	const name = writeName(findNode(document, edge.source)?.name ?? edge.source);
	return isFirstPort(document, edge, lookup) ? name : `${name}[${edge.sourcePort}]`;
}

function isFirstPort(document: GraphDocument, edge: GraphEdge, lookup: LayerLookup): boolean {
	const outputs = lookup(findNode(document, edge.source)?.kind ?? '')?.outputs;
	return edge.sourcePort === (outputs?.[0]?.name ?? 'out');
}
