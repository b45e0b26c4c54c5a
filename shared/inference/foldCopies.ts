import type { GraphEdge, NodeId } from '../graph/document.ts';
import type { Edit } from '../graph/edit.ts';
import type { Expansion } from '../graph/repeats.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import type { Inference, NodeInference } from './inference.ts';

/** What a fold of the same copies gave before. */
interface Folded {
	readonly parts: readonly NodeInference[];
	readonly diagnostics: readonly Diagnostic[];
	readonly node: NodeInference;
}

const foldedNodes = new WeakMap<NodeInference, Folded>();
const mappedDiagnostics = new WeakMap<Diagnostic, Diagnostic>();

/**
 * The answer to a document with repeated groups, from the answer to the written-out one: copies are told as one node, with the
 * counts of all, the receptive field of the last, and what is wrong with any of them. Names no node that the document does not have.
 */
export function foldCopies(expansion: Expansion, whole: Inference, previous: Inference | undefined): Inference {
	const { originals, copies } = expansion;
	const isOriginal = (id: NodeId) => !originals.has(id);
	const broken = brokenExits(expansion, whole);
	const waitsFor = (id: NodeId | null): NodeId | null => {
		const original = id === null ? null : (originals.get(id) ?? id);
		return original === null ? null : (broken.get(original) ?? original);
	};
	const said = keepOneOfEach(expansion, whole, broken);
	const nodes = new Map<NodeId, NodeInference>();
	for (const [id, first] of whole.nodes) {
		if (!isOriginal(id)) continue;
		const parts = (copies.get(id) ?? [id]).flatMap((copy) => whole.nodes.get(copy) ?? []);
		const diagnostics = said.byNode.get(id) ?? noDiagnostics;
		const isBrokenExit = broken.get(id) === id;
		const known = foldedNodes.get(first);
		const isKnown =
			!isBrokenExit &&
			known !== undefined &&
			isSameList(known.parts, parts) &&
			isSameList(known.diagnostics, diagnostics) &&
			known.node.waitsFor === waitsFor(first.waitsFor);
		if (isKnown) {
			nodes.set(id, known.node);
			continue;
		}
		const merged = mergeCopies(first, parts, diagnostics, waitsFor(first.waitsFor));
		const node: NodeInference = isBrokenExit && merged.status === 'fine' ? { ...merged, status: 'error' } : merged;
		foldedNodes.set(first, { parts, diagnostics, node });
		nodes.set(id, node);
	}
	return {
		...whole,
		nodes,
		order: whole.order.filter(isOriginal),
		diagnostics: previous && isSameList(previous.diagnostics, said.all) ? previous.diagnostics : said.all,
		included: new Set([...whole.included].filter(isOriginal)),
	};
}

const noDiagnostics: readonly Diagnostic[] = [];

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Nodes of groups whose copies do not fit together, each with the node at the group's end, where the chain breaks. */
function brokenExits({ originals, chains }: Expansion, { diagnostics }: Inference): ReadonlyMap<NodeId, NodeId> {
	const exits = new Map<NodeId, NodeId>();
	for (const { place, severity } of diagnostics) {
		const chain = place.kind === 'group' && severity === 'error' ? chains.get(place.group) : undefined;
		if (!chain) continue;
		const exit = originals.get(chain.exit.source) ?? chain.exit.source;
		for (const id of chain.members) exits.set(originals.get(id) ?? id, exit);
	}
	return exits;
}

/** Of what is said of several copies, what the first one says; of copies that do not fit, nothing. */
function keepOneOfEach({ originals }: Expansion, { diagnostics }: Inference, broken: ReadonlyMap<NodeId, NodeId>) {
	const keyOf = ({ code, place }: Diagnostic, node: NodeId) =>
		JSON.stringify([code, node, place.kind === 'node' ? [place.field, place.port] : null]);
	const seen = new Set<string>();
	for (const diagnostic of diagnostics) {
		const { place } = diagnostic;
		if (place.kind === 'node' && !originals.has(place.node)) seen.add(keyOf(diagnostic, place.node));
	}
	const all: Diagnostic[] = [];
	const byNode = new Map<NodeId, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		const { place } = diagnostic;
		const original = place.kind === 'node' ? originals.get(place.node) : undefined;
		if (original !== undefined) {
			const key = keyOf(diagnostic, original);
			if (seen.has(key) || broken.has(original)) continue;
			seen.add(key);
		}
		const mapped = mapDiagnostic(diagnostic, originals);
		all.push(mapped);
		if (mapped.place.kind !== 'node') continue;
		const list = byNode.get(mapped.place.node);
		if (list) list.push(mapped);
		else byNode.set(mapped.place.node, [mapped]);
	}
	return { all, byNode };
}

function mergeCopies(
	first: NodeInference,
	parts: readonly NodeInference[],
	diagnostics: readonly Diagnostic[],
	waitsFor: NodeId | null,
): NodeInference {
	if (parts.length === 1 && first.waitsFor === waitsFor && isSameList(first.diagnostics, diagnostics)) return first;
	const sum = (count: (part: NodeInference) => number) => parts.reduce((all, part) => all + count(part), 0);
	return {
		...first,
		waitsFor,
		diagnostics,
		weightCount: sum((part) => part.weightCount),
		trainableWeightCount: sum((part) => part.trainableWeightCount),
		multiplyAdds: sum((part) => part.multiplyAdds),
		activationBytes: sum((part) => part.activationBytes),
		receptiveField: (parts.at(-1) ?? first).receptiveField,
		...(parts.length > 1 ? { copies: parts.length } : {}),
	};
}

function mapDiagnostic(diagnostic: Diagnostic, originals: ReadonlyMap<NodeId, NodeId>): Diagnostic {
	const known = mappedDiagnostics.get(diagnostic);
	if (known) return known;
	const { place } = diagnostic;
	const isCopy = place.kind === 'node' && originals.has(place.node);
	// Wires between copies are not in the document, so what would cut them cannot be offered.
	const offered = isCopy ? diagnostic.fixes.filter((fix) => !fix.edits.some(isAboutWires)) : diagnostic.fixes;
	const fixes = offered.map((fix): Fix => {
		const edits = fix.edits.map((edit) => mapEdit(edit, originals));
		return isSameList(edits, fix.edits) ? fix : { ...fix, edits };
	});
	const isSame = !isCopy && place.kind !== 'edge' && isSameList(fixes, diagnostic.fixes);
	const mapped = isSame
		? diagnostic
		: {
				...diagnostic,
				place:
					place.kind === 'node'
						? { ...place, node: originals.get(place.node) ?? place.node }
						: place.kind === 'edge'
							? { ...place, edge: mapEdge(place.edge, originals) }
							: place,
				fixes,
			};
	mappedDiagnostics.set(diagnostic, mapped);
	return mapped;
}

function isAboutWires(edit: Edit): boolean {
	return edit.kind === 'connect' || edit.kind === 'disconnect';
}

function mapEdge(edge: GraphEdge, originals: ReadonlyMap<NodeId, NodeId>): GraphEdge {
	const source = originals.get(edge.source);
	const target = originals.get(edge.target);
	return source === undefined && target === undefined ? edge : { ...edge, source: source ?? edge.source, target: target ?? edge.target };
}

/** The same edit with copies replaced by the nodes that they were made of. */
function mapEdit(edit: Edit, originals: ReadonlyMap<NodeId, NodeId>): Edit {
	const one = (id: NodeId): NodeId => originals.get(id) ?? id;
	switch (edit.kind) {
		case 'connect':
		case 'disconnect': {
			const edge = mapEdge(edit.edge, originals);
			return edge === edit.edge ? edit : { ...edit, edge };
		}
		case 'setConfig':
		case 'setNode':
		case 'replaceKind':
			return originals.has(edit.node) ? { ...edit, node: one(edit.node) } : edit;
		case 'removeNodes':
			return edit.nodes.some((id) => originals.has(id)) ? { ...edit, nodes: edit.nodes.map(one) } : edit;
		case 'addGroup':
			return edit.nodes.some((id) => originals.has(id)) ? { ...edit, nodes: edit.nodes.map(one) } : edit;
		case 'moveNodes': {
			const entries = Object.entries(edit.positions);
			return entries.some(([id]) => originals.has(id))
				? { ...edit, positions: Object.fromEntries(entries.map(([id, position]) => [one(id), position])) }
				: edit;
		}
		default:
			return edit;
	}
}
