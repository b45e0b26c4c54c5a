import type { GraphDocument, GraphEdge, GraphNode } from '../graph/document.ts';
import type { Edit } from '../graph/edit.ts';
import { layerMaker, putOnWire } from '../graph/insert.ts';
import type { FixProposal, LayerLookup } from '../layers/defineLayer.ts';
import { initialConfig } from '../layers/fields.ts';
import type { TensorShape } from '../tensor/shape.ts';
import type { Fix } from './diagnostic.ts';
import { inferNode, type NodeCore, reinfer, sortWires } from './nodeCore.ts';

/** Where a proposal is to be carried out. */
export interface FixSite {
	readonly document: GraphDocument;
	readonly lookup: LayerLookup;
	readonly node: GraphNode;
	readonly core: NodeCore;
	/** The node's wires, in input order. */
	readonly wires: readonly GraphEdge[];
	/** All wires at the node's inputs, as the document has them. */
	readonly incoming: readonly GraphEdge[];
}

/** Turns a layer's proposal into edits, or `null` where it would not remove the problem `code` from this graph. */
export function toFix(proposal: FixProposal, code: string, site: FixSite): Fix | null {
	const edits = isCure(proposal, code, site) ? editsFor(proposal, site) : null;
	return edits && { id: proposal.id, label: proposal.label, detail: proposal.detail, edits };
}

/** True for a repair whose edits name the node alone, so that they stay right whatever happens elsewhere. */
export function isLocal(proposal: FixProposal): boolean {
	return proposal.kind !== 'insertBefore';
}

function isCure(proposal: FixProposal, code: string, site: FixSite): boolean {
	const after = tryOut(proposal, site);
	return after !== null && after.state !== 'unfed' && !after.problems.some((problem) => problem.code === code);
}

/** The node as it would be after the repair. */
function tryOut(proposal: FixProposal, { core, lookup, incoming, wires }: FixSite): NodeCore | null {
	switch (proposal.kind) {
		case 'setConfig':
			return reinfer(core, { config: { ...core.config, ...proposal.config } });
		case 'insertBefore': {
			const input = core.inputs[proposal.input] ?? null;
			const inserted = input && inferInserted(proposal.layerKind, proposal.config, input, core, lookup);
			return inserted?.output
				? reinfer(core, { inputs: core.inputs.map((shape, at) => (at === proposal.input ? inserted.output : shape)) })
				: null;
		}
		case 'replaceKind': {
			const definition = lookup(proposal.layerKind);
			if (!definition) return null;
			const sorted = sortWires(definition, incoming);
			const inputs = sorted.wires.map((wire) => core.inputs[wires.indexOf(wire)] ?? null);
			const config = { ...initialConfig(definition), ...proposal.config };
			return reinfer(core, { kind: proposal.layerKind, definition, config, inputs, missing: sorted.missing });
		}
	}
}

/** A new layer of a kind with one input of a known size. */
export function inferInserted(
	kind: string,
	config: GraphNode['config'],
	input: TensorShape,
	near: Pick<NodeCore, 'settings' | 'dataset' | 'extent'>,
	lookup: LayerLookup,
): NodeCore | null {
	const definition = lookup(kind);
	if (!definition) return null;
	return inferNode({
		kind,
		definition,
		config: { ...initialConfig(definition), ...config },
		isMuted: false,
		isFrozen: false,
		isOnCycle: false,
		missing: [],
		hasSpareWires: false,
		inputs: [input],
		fields: [null],
		extent: near.extent,
		settings: near.settings,
		dataset: near.dataset,
	});
}

function editsFor(proposal: FixProposal, site: FixSite): readonly Edit[] | null {
	const { document, lookup, node } = site;
	switch (proposal.kind) {
		case 'setConfig':
			return [{ kind: 'setConfig', node: node.id, config: proposal.config }];
		case 'replaceKind': {
			const definition = lookup(proposal.layerKind);
			if (!definition) return null;
			return [
				{
					kind: 'replaceKind',
					node: node.id,
					layerKind: proposal.layerKind,
					config: { ...initialConfig(definition), ...proposal.config },
				},
			];
		}
		case 'insertBefore': {
			const wire = site.wires[proposal.input];
			return wire ? putOnWire(document, [wire], layerMaker(proposal.layerKind, proposal.config, lookup)) : null;
		}
	}
}
