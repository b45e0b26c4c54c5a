import { isSameData } from '../../json.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, NodeId } from '../document.ts';
import { type Matches, matchNodes } from './match.ts';

/** One value that is another one in the second document; `undefined` where it is not set. */
export interface FieldChange {
	/** Where it stands, as in the file: `config.filters`, `name`, `learningRate`. */
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}

export interface NodeChange {
	readonly before: GraphNode;
	readonly after: GraphNode;
	readonly fields: readonly FieldChange[];
}

export interface GroupChange {
	readonly before: GraphGroup;
	readonly after: GraphGroup;
	readonly fields: readonly FieldChange[];
}

/** What has to happen to the first document to become the second, but for places on the canvas. */
export interface DocumentComparison {
	readonly nodes: { readonly added: readonly GraphNode[]; readonly removed: readonly GraphNode[]; readonly changed: readonly NodeChange[] };
	/** Wires by the ids of their own document. */
	readonly edges: { readonly added: readonly GraphEdge[]; readonly removed: readonly GraphEdge[] };
	readonly groups: {
		readonly added: readonly GraphGroup[];
		readonly removed: readonly GraphGroup[];
		readonly changed: readonly GroupChange[];
	};
	/** Name, dataset, seed and the document's own settings. */
	readonly settings: readonly FieldChange[];
	readonly training: readonly FieldChange[];
	readonly matches: Matches;
}

/**
 * What differs between two documents or two versions of one. Layers are matched by id, then by name, then by kind in the order
 * of the data; positions, pins and folds are how a network is drawn and do not count.
 */
export function compareDocuments(a: GraphDocument, b: GraphDocument): DocumentComparison {
	const matches = matchNodes(a, b);
	return {
		nodes: compareNodes(a, b, matches),
		edges: compareEdges(a, b, matches),
		groups: compareGroups(a, b),
		settings: [
			...fieldsOf({ name: a.name, dataset: a.dataset, seed: a.seed }, { name: b.name, dataset: b.dataset, seed: b.seed }),
			...fieldsOf(a.settings, b.settings, 'settings.'),
		],
		training: fieldsOf(a.training, b.training),
		matches,
	};
}

/** True where two documents describe the same network, trained the same way. */
export function isSameComparison({ nodes, edges, groups, settings, training }: DocumentComparison): boolean {
	const lists = [nodes.added, nodes.removed, nodes.changed, edges.added, edges.removed, groups.added, groups.removed, groups.changed];
	return [...lists, settings, training].every((list) => list.length === 0);
}

function compareNodes(a: GraphDocument, b: GraphDocument, matches: Matches): DocumentComparison['nodes'] {
	const found = new Set(matches.values());
	const byId = new Map(b.nodes.map((node) => [node.id, node]));
	const changed = a.nodes.flatMap((before): NodeChange[] => {
		const after = byId.get(matches.get(before.id) ?? '');
		if (!after) return [];
		const fields = [
			...fieldsOf(marksOf(before), marksOf(after)),
			...fieldsOf({ group: groupName(a, before) }, { group: groupName(b, after) }),
			...fieldsOf(before.config, after.config, 'config.'),
		];
		return fields.length > 0 ? [{ before, after, fields }] : [];
	});
	return {
		added: b.nodes.filter(({ id }) => !found.has(id)),
		removed: a.nodes.filter(({ id }) => !matches.has(id)),
		changed,
	};
}

function marksOf({ name, role, muted, frozen, note }: GraphNode) {
	return { name, role, muted, frozen, note };
}

function groupName(document: GraphDocument, { group }: GraphNode): string | undefined {
	return document.groups.find(({ id }) => id === group)?.name;
}

function compareEdges(a: GraphDocument, b: GraphDocument, matches: Matches): DocumentComparison['edges'] {
	const keyOf = (edge: GraphEdge, idOf: (id: NodeId) => NodeId): string =>
		JSON.stringify([idOf(edge.source), edge.sourcePort, idOf(edge.target), edge.targetPort]);
	// A layer without a match has no wire in common, even where the other document uses its id for another.
	const known = new Set(a.nodes.map(({ id }) => id));
	const translated = (id: NodeId): NodeId => matches.get(id) ?? (known.has(id) ? `only in the first: ${id}` : id);
	const before = new Set(a.edges.map((edge) => keyOf(edge, translated)));
	const after = new Set(b.edges.map((edge) => keyOf(edge, (id) => id)));
	return {
		added: b.edges.filter((edge) => !before.has(keyOf(edge, (id) => id))),
		removed: a.edges.filter((edge) => !after.has(keyOf(edge, translated))),
	};
}

function compareGroups(a: GraphDocument, b: GraphDocument): DocumentComparison['groups'] {
	const partners = new Map<GraphGroup, GraphGroup>();
	const found = new Set<GraphGroup>();
	for (const key of ['id', 'name'] as const) {
		for (const group of a.groups) {
			const partner = b.groups.find((candidate) => !found.has(candidate) && candidate[key] === group[key]);
			if (!partner || partners.has(group)) continue;
			partners.set(group, partner);
			found.add(partner);
		}
	}
	const marks = ({ name, repeat, muted, frozen }: GraphGroup) => ({ name, repeat, muted, frozen });
	return {
		added: b.groups.filter((group) => !found.has(group)),
		removed: a.groups.filter((group) => !partners.has(group)),
		changed: [...partners].flatMap(([before, after]) => {
			const fields = fieldsOf(marks(before), marks(after));
			return fields.length > 0 ? [{ before, after, fields }] : [];
		}),
	};
}

function fieldsOf(before: object, after: object, prefix = ''): readonly FieldChange[] {
	const a: Readonly<Record<string, unknown>> = { ...before };
	const b: Readonly<Record<string, unknown>> = { ...after };
	return [...new Set([...Object.keys(a), ...Object.keys(b)])]
		.filter((key) => !isSameData(a[key], b[key]))
		.map((key) => ({ field: prefix + key, before: a[key], after: b[key] }));
}
