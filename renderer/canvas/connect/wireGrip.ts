import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import { findNode, incomingEdges } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { edgeId } from '../flowAdapter.ts';
import type { WireStart } from './verdicts.ts';

/** What a press on the canvas takes up. */
export interface WireGrip {
	readonly starts: readonly WireStart[];
	/** The wire whose other end stays where it is. */
	readonly replaced: GraphEdge | null;
	/** A click without a drag keeps the wire in hand until the next click. */
	readonly staysAfterClick: boolean;
}

/**
 * Reads what was pressed: a port, the edge zone of a card, or the grip near a wire's end. With several layers selected, their outputs
 * are taken up together. An input that has its one wire gives that wire's end into the hand.
 */
export function gripAt(target: Element, document: GraphDocument, selection: ReadonlySet<string>): WireGrip | null {
	const end = target.closest('[data-grip]');
	if (end) return gripOfWire(end, document);
	const handle = target.closest('.react-flow__handle');
	const zone = target.closest('[data-reach]');
	const node = (handle ?? zone)?.closest('[data-node]')?.getAttribute('data-node');
	if (node == null) return null;
	if (handle?.classList.contains('target')) return gripOfInput(document, node, handle.getAttribute('data-handleid') ?? '');
	const port = handle?.getAttribute('data-handleid') ?? firstOutput(document, node);
	if (port === null) return null;
	const pressed: WireStart = { node, port, side: 'source' };
	const others = selection.has(node)
		? outputsOf(
				document,
				[...selection].filter((id) => id !== node),
			)
		: [];
	return { starts: [pressed, ...others], replaced: null, staysAfterClick: handle !== null };
}

/** First outputs of layers, in document order; layers that give nothing on are left out. */
export function outputsOf(document: GraphDocument, nodes: readonly string[]): readonly WireStart[] {
	const wanted = new Set(nodes);
	return document.nodes.flatMap(({ id }) => {
		const port = wanted.has(id) ? firstOutput(document, id) : null;
		return port === null ? [] : [{ node: id, port, side: 'source' as const }];
	});
}

function firstOutput(document: GraphDocument, node: string): string | null {
	return layerDefinition(findNode(document, node)?.kind ?? '')?.outputs[0]?.name ?? null;
}

function gripOfInput(document: GraphDocument, node: string, port: string): WireGrip {
	const [wire, ...others] = incomingEdges(document, node).filter((edge) => edge.targetPort === port);
	const isMany = layerDefinition(findNode(document, node)?.kind ?? '')?.inputs.some(({ name, many }) => name === port && many) ?? false;
	if (wire && others.length === 0 && !isMany) return { ...liftEnd(wire, 'target'), staysAfterClick: true };
	return { starts: [{ node, port, side: 'target' }], replaced: null, staysAfterClick: true };
}

function gripOfWire(end: Element, document: GraphDocument): WireGrip | null {
	const id = end.closest('[data-wire]')?.getAttribute('data-wire');
	const wire = document.edges.find((edge) => edgeId(edge) === id);
	return wire ? { ...liftEnd(wire, end.getAttribute('data-grip') === 'source' ? 'source' : 'target'), staysAfterClick: false } : null;
}

/** The wire as it is in hand once `end` of it is taken up: it begins at its other end. */
function liftEnd(wire: GraphEdge, end: 'source' | 'target'): Pick<WireGrip, 'starts' | 'replaced'> {
	const start: WireStart =
		end === 'target'
			? { node: wire.source, port: wire.sourcePort, side: 'source' }
			: { node: wire.target, port: wire.targetPort, side: 'target' };
	return { starts: [start], replaced: wire };
}
