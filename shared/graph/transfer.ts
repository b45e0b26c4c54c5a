import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { GraphDocument, GraphNode, NodeConfig, NodeId, WeightsReference } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { freshNodeId } from './ids.ts';
import { indexGraph } from './query.ts';

/** Settings that decide how many numbers a layer answers with. */
const WIDTH_FIELDS = ['units', 'filters'] as const;
/** A fine-tuning's rate, as a share of that of the head's training: large steps would undo what the base knows. */
export const FINE_TUNING_SHARE = 0.1;

/** Why a head cannot be replaced: there is no output that anything leads to. */
export type TransferObstacle = 'noOutput';

/** The last layers, from the one that decides how many classes there are to the output; and what lies before them. */
interface Parts {
	readonly classifier: GraphNode;
	readonly sink: GraphNode;
	readonly head: ReadonlySet<NodeId>;
}

/**
 * Edits that give a network a new head for `classes` classes and keep the rest as it is, as one step: the layer that answers is replaced
 * by one of the same name and new weights, the base is marked and frozen, the head is left free to learn. What is marked as base or
 * head already stays so. `weights` is what training then begins with; left out, the document's own stay.
 */
export function replaceHead(
	document: GraphDocument,
	classes: number,
	weights?: WeightsReference,
	lookup: LayerLookup = layerDefinition,
): readonly Edit[] | TransferObstacle {
	const parts = findParts(document, lookup);
	if (!parts) return 'noOutput';
	const { classifier, sink, head } = parts;
	const field = widthField(classifier, lookup);
	const replaced = classifier === sink ? {} : { [field]: classes };
	const edits: Edit[] = [];
	const sinkConfig: NodeConfig = { units: classes, ...(classifier === sink ? { connection: 'dense' } : {}) };
	if (classifier === sink) edits.push(...anew(document, sink, sinkConfig));
	else edits.push(...anew(document, classifier, replaced), { kind: 'setConfig', node: sink.id, config: sinkConfig });
	const hasMarks = document.nodes.some((node) => node.role !== undefined && !head.has(node.id));
	for (const node of document.nodes) {
		if (head.has(node.id)) continue;
		const isHead = hasMarks && node.role === 'head';
		edits.push({ kind: 'setNode', node: node.id, changes: isHead ? { frozen: undefined } : { role: 'base', frozen: true } });
	}
	const fresh = applyEdits(document, edits, lookup);
	const known = new Set(document.nodes.map((node) => node.id));
	for (const node of fresh.nodes) {
		if (head.has(node.id) || !known.has(node.id))
			edits.push({ kind: 'setNode', node: node.id, changes: { role: 'head', frozen: undefined } });
	}
	if (weights) edits.push({ kind: 'setWeights', weights });
	return edits;
}

/** Edits that let the base learn again, in small steps, from the weights of the head's training. */
export function fineTune(document: GraphDocument, weights: WeightsReference): readonly Edit[] {
	return [
		...document.nodes
			.filter((node) => node.role === 'base' && node.frozen === true)
			.map((node): Edit => ({ kind: 'setNode', node: node.id, changes: { frozen: undefined } })),
		{ kind: 'setTraining', training: { learningRate: fineTuningRate(document.training.learningRate) } },
		{ kind: 'setWeights', weights },
	];
}

/** A frozen base waits to be tuned. */
export function canFineTune(document: GraphDocument): boolean {
	return document.nodes.some((node) => node.role === 'base' && node.frozen === true);
}

/** Without the digits that a product of binary fractions leaves behind. */
function fineTuningRate(rate: number): number {
	return Number((rate * FINE_TUNING_SHARE).toPrecision(6));
}

function findParts(document: GraphDocument, lookup: LayerLookup): Parts | null {
	const { nodes, incoming } = indexGraph(document);
	const sink = document.nodes.find((node) => lookup(node.kind)?.endpoint === 'sink');
	if (!sink || (incoming.get(sink.id) ?? []).length === 0) return null;
	const head = new Set([sink.id]);
	if (sink.config.connection !== 'direct') return { classifier: sink, sink, head };
	let at = sink;
	for (;;) {
		const [wire, ...others] = incoming.get(at.id) ?? [];
		const before = wire && nodes.get(wire.source);
		// Ways that meet have no single layer that decides; then the output gets weights of its own.
		if (!before || others.length > 0 || lookup(before.kind)?.endpoint) return { classifier: sink, sink, head: new Set([sink.id]) };
		head.add(before.id);
		if (WIDTH_FIELDS.some((field) => lookup(before.kind)?.fields[field])) return { classifier: before, sink, head };
		at = before;
	}
}

function widthField(node: GraphNode, lookup: LayerLookup): string {
	return WIDTH_FIELDS.find((field) => lookup(node.kind)?.fields[field]) ?? WIDTH_FIELDS[0];
}

/** The same layer under another id, so that no kept weight is taken for its own; name, place and wires stay. */
function anew(document: GraphDocument, node: GraphNode, config: NodeConfig): readonly Edit[] {
	const id = freshNodeId(document, node.kind);
	const siblings = (target: NodeId, port: string) => document.edges.filter((edge) => edge.target === target && edge.targetPort === port);
	return [
		{ kind: 'removeNodes', nodes: [node.id] },
		{ kind: 'addNode', node: { ...node, id, config: { ...node.config, ...config } } },
		...document.edges.flatMap((edge): readonly Edit[] => {
			if (edge.target === node.id) return [{ kind: 'connect', edge: { ...edge, target: id } }];
			if (edge.source !== node.id) return [];
			return [{ kind: 'connect', edge: { ...edge, source: id }, at: siblings(edge.target, edge.targetPort).indexOf(edge) }];
		}),
	];
}
