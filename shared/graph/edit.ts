import { assertNever } from '../assertNever.ts';
import type { DatasetReference } from '../datasets/dataset.ts';
import { isSameData } from '../json.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { TrainingConfig } from '../training/config.ts';
import type {
	CanvasNote,
	DocumentSettings,
	GraphDocument,
	GraphEdge,
	GraphGroup,
	GraphNode,
	GroupId,
	NodeConfig,
	NodeId,
	Position,
	WeightsReference,
} from './document.ts';
import { isSameEdge } from './query.ts';

/**
 * Everything that can happen to a document. Edits are data: a repair, a paste, a command and a drag
 * are all lists of them, applied in one step and undone in one step.
 */
export type Edit =
	| { readonly kind: 'addNode'; readonly node: GraphNode }
	/** Removes the nodes and every edge at them, and groups that are left empty. */
	| { readonly kind: 'removeNodes'; readonly nodes: readonly NodeId[] }
	/** Merges `config` into the node's settings. */
	| { readonly kind: 'setConfig'; readonly node: NodeId; readonly config: NodeConfig }
	/** Changes name, role, muted, frozen, pinned, note or group; `undefined` clears. */
	| { readonly kind: 'setNode'; readonly node: NodeId; readonly changes: Partial<Omit<GraphNode, 'id' | 'kind' | 'config'>> }
	/** Another kind in the same place: keeps id, position and the wires that still have a port. */
	| { readonly kind: 'replaceKind'; readonly node: NodeId; readonly layerKind: string; readonly config: NodeConfig }
	| { readonly kind: 'moveNodes'; readonly positions: Readonly<Record<NodeId, Position>> }
	/** Adds a wire; one that already ends in a single-wire port is replaced. `at` places it among the input's wires. */
	| { readonly kind: 'connect'; readonly edge: GraphEdge; readonly at?: number }
	| { readonly kind: 'disconnect'; readonly edge: GraphEdge }
	| { readonly kind: 'addGroup'; readonly group: GraphGroup; readonly nodes: readonly NodeId[] }
	| { readonly kind: 'setGroup'; readonly group: GroupId; readonly changes: Partial<Omit<GraphGroup, 'id'>> }
	/** Dissolves the group; its nodes stay. */
	| { readonly kind: 'removeGroup'; readonly group: GroupId }
	| { readonly kind: 'addNote'; readonly note: CanvasNote }
	| { readonly kind: 'setNote'; readonly note: string; readonly changes: Partial<Omit<CanvasNote, 'id'>> }
	| { readonly kind: 'removeNote'; readonly note: string }
	| { readonly kind: 'renameDocument'; readonly name: string }
	| { readonly kind: 'setSettings'; readonly settings: Partial<DocumentSettings> }
	| { readonly kind: 'setDataset'; readonly dataset: DatasetReference | null }
	| { readonly kind: 'setTraining'; readonly training: Partial<TrainingConfig> }
	| { readonly kind: 'setSeed'; readonly seed: number }
	/** What training starts from; `null` stands for random weights. */
	| { readonly kind: 'setWeights'; readonly weights: WeightsReference | null };

/**
 * The next document. Pure, and what an edit does not touch keeps its identity, so that a view can compare by `===`.
 * An edit that changes nothing, or names what is not there, gives back the same document.
 */
export function applyEdit(document: GraphDocument, edit: Edit, lookup: LayerLookup = layerDefinition): GraphDocument {
	switch (edit.kind) {
		case 'addNode':
			return document.nodes.some((node) => node.id === edit.node.id) ? document : { ...document, nodes: [...document.nodes, edit.node] };
		case 'removeNodes':
			return removeNodes(document, new Set(edit.nodes));
		case 'setConfig':
			return updateNode(document, edit.node, (node) => {
				const config = withChanges(node.config, edit.config);
				return config === node.config ? node : { ...node, config };
			});
		case 'setNode':
			return updateNode(document, edit.node, (node) => withChanges(node, edit.changes, ['name', 'position']));
		case 'replaceKind':
			return replaceKind(document, edit.node, edit.layerKind, edit.config, lookup);
		case 'moveNodes':
			return moveNodes(document, edit.positions);
		case 'connect':
			return connect(document, edit.edge, edit.at, lookup);
		case 'disconnect':
			return withEdges(
				document,
				document.edges.filter((edge) => !isSameEdge(edge, edit.edge)),
			);
		case 'addGroup':
			return addGroup(document, edit.group, new Set(edit.nodes));
		case 'setGroup':
			return withList(document, 'groups', edit.group, (group) =>
				withChanges(group, edit.changes, ['name', 'position', 'repeat', 'collapsed']),
			);
		case 'removeGroup':
			return removeGroup(document, edit.group);
		case 'addNote':
			return document.notes.some((note) => note.id === edit.note.id) ? document : { ...document, notes: [...document.notes, edit.note] };
		case 'setNote':
			return withList(document, 'notes', edit.note, (note) => withChanges(note, edit.changes, ['text', 'position', 'size']));
		case 'removeNote': {
			const notes = document.notes.filter((note) => note.id !== edit.note);
			return notes.length === document.notes.length ? document : { ...document, notes };
		}
		case 'renameDocument':
			return withChanges(document, { name: edit.name });
		case 'setSettings':
			return withChanges(document, { settings: withChanges(document.settings, edit.settings) });
		case 'setDataset':
			return withChanges(document, { dataset: edit.dataset });
		case 'setTraining':
			return withChanges(document, { training: withChanges(document.training, edit.training) });
		case 'setSeed':
			return withChanges(document, { seed: edit.seed });
		case 'setWeights':
			return withChanges(document, { weights: edit.weights ?? undefined });
		default:
			return assertNever(edit);
	}
}

/** All edits in order, as one step. */
export function applyEdits(document: GraphDocument, edits: readonly Edit[], lookup: LayerLookup = layerDefinition): GraphDocument {
	return edits.reduce((next, edit) => applyEdit(next, edit, lookup), document);
}

/**
 * `changes` merged into `value`; `undefined` clears a key, except the `required` ones, which keep theirs.
 * The same object where nothing differs.
 */
function withChanges<T extends object, Key extends keyof T>(
	value: T,
	changes: Partial<Pick<T, Key>>,
	required: readonly NoInfer<Key>[] = [],
): T {
	const differing = (Object.keys(changes) as Key[]).filter(
		(key) =>
			!isSameData(value[key], changes[key]) && !(changes[key] === undefined && (required.includes(key) || !Object.hasOwn(value, key))),
	);
	if (differing.length === 0) return value;
	const next = { ...value };
	for (const key of differing) {
		if (changes[key] === undefined) delete next[key];
		else next[key] = changes[key] as T[Key];
	}
	return next;
}

function replaceAt<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
	return items.map((other, place) => (place === index ? item : other));
}

function withList<List extends 'groups' | 'notes'>(
	document: GraphDocument,
	list: List,
	id: string,
	change: (item: GraphDocument[List][number]) => GraphDocument[List][number],
): GraphDocument {
	const items: readonly GraphDocument[List][number][] = document[list];
	const index = items.findIndex((item) => item.id === id);
	const item = items[index];
	if (item === undefined) return document;
	const next = change(item);
	return next === item ? document : { ...document, [list]: replaceAt(items, index, next) };
}

function updateNode(document: GraphDocument, id: NodeId, change: (node: GraphNode) => GraphNode): GraphDocument {
	const index = document.nodes.findIndex((node) => node.id === id);
	const node = document.nodes[index];
	if (node === undefined) return document;
	const next = change(node);
	return next === node ? document : { ...document, nodes: replaceAt(document.nodes, index, next) };
}

function withEdges(document: GraphDocument, edges: readonly GraphEdge[]): GraphDocument {
	return edges.length === document.edges.length ? document : { ...document, edges };
}

function removeNodes(document: GraphDocument, gone: ReadonlySet<NodeId>): GraphDocument {
	const nodes = document.nodes.filter((node) => !gone.has(node.id));
	if (nodes.length === document.nodes.length) return document;
	const edges = document.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target));
	return withoutEmptyGroups({ ...withEdges(document, edges), nodes }, new Set(document.nodes.flatMap((node) => node.group ?? [])));
}

/** Groups of which the last node has gone go too; `used` are those that had one before. */
function withoutEmptyGroups(document: GraphDocument, used: ReadonlySet<GroupId>): GraphDocument {
	if (document.groups.length === 0) return document;
	const alive = new Set<GroupId>();
	const parents = new Map(document.groups.map((group) => [group.id, group.parent]));
	const keep = (from: GroupId | undefined, into: Set<GroupId>): void => {
		for (let id = from; id !== undefined && !into.has(id); id = parents.get(id)) into.add(id);
	};
	for (const node of document.nodes) keep(node.group, alive);
	const before = new Set<GroupId>();
	for (const id of used) keep(id, before);
	const groups = document.groups.filter((group) => alive.has(group.id) || !before.has(group.id));
	return groups.length === document.groups.length ? document : { ...document, groups };
}

function replaceKind(document: GraphDocument, id: NodeId, kind: string, config: NodeConfig, lookup: LayerLookup): GraphDocument {
	const changed = updateNode(document, id, (node) => ({ ...node, kind, config }));
	const definition = lookup(kind);
	if (changed === document || !definition) return changed;
	const inputs = new Map(definition.inputs.map((port) => [port.name, port]));
	const outputs = new Set(definition.outputs.map((port) => port.name));
	const filled = new Set<string>();
	const edges = document.edges.filter((edge) => {
		if (edge.source === id) return outputs.has(edge.sourcePort);
		if (edge.target !== id) return true;
		const port = inputs.get(edge.targetPort);
		if (!port || (filled.has(port.name) && !port.many)) return false;
		filled.add(port.name);
		return true;
	});
	return withEdges(changed, edges);
}

function moveNodes(document: GraphDocument, positions: Readonly<Record<NodeId, Position>>): GraphDocument {
	let isMoved = false;
	const nodes = document.nodes.map((node) => {
		const position = Object.hasOwn(positions, node.id) ? positions[node.id] : undefined;
		if (!position || (position.x === node.position.x && position.y === node.position.y)) return node;
		isMoved = true;
		return { ...node, position };
	});
	return isMoved ? { ...document, nodes } : document;
}

function connect(document: GraphDocument, edge: GraphEdge, at: number | undefined, lookup: LayerLookup): GraphDocument {
	const source = document.nodes.find((node) => node.id === edge.source);
	const target = document.nodes.find((node) => node.id === edge.target);
	if (!source || !target || source === target) return document;
	const port = lookup(target.kind)?.inputs.find((candidate) => candidate.name === edge.targetPort);
	const { edges } = document;
	const siblings = edges.flatMap((other, index) => (other.target === edge.target && other.targetPort === edge.targetPort ? [index] : []));
	const twin = siblings.find((index) => isSameEdge(edges[index] as GraphEdge, edge));
	if (port && !port.many) {
		const [first] = siblings;
		if (first === undefined) return { ...document, edges: [...edges, edge] };
		if (siblings.length === 1 && twin === first) return document;
		return { ...document, edges: edges.flatMap((other, index) => (index === first ? [edge] : siblings.includes(index) ? [] : [other])) };
	}
	if (twin !== undefined) return document;
	const before = at === undefined ? undefined : siblings[Math.max(0, at)];
	return { ...document, edges: before === undefined ? [...edges, edge] : [...edges.slice(0, before), edge, ...edges.slice(before)] };
}

function addGroup(document: GraphDocument, group: GraphGroup, members: ReadonlySet<NodeId>): GraphDocument {
	if (document.groups.some((other) => other.id === group.id)) return document;
	const nodes = document.nodes.map((node) => (members.has(node.id) && node.group !== group.id ? { ...node, group: group.id } : node));
	return { ...document, nodes, groups: [...document.groups, group] };
}

function removeGroup(document: GraphDocument, id: GroupId): GraphDocument {
	const group = document.groups.find((other) => other.id === id);
	if (!group) return document;
	const lift = <Item extends GraphNode | GraphGroup>(item: Item, key: 'group' | 'parent'): Item =>
		(item as Readonly<Record<string, unknown>>)[key] === id ? withChanges(item, { [key]: group.parent } as Partial<Item>) : item;
	return {
		...document,
		nodes: document.nodes.map((node) => lift(node, 'group')),
		groups: document.groups.filter((other) => other !== group).map((other) => lift(other, 'parent')),
	};
}
