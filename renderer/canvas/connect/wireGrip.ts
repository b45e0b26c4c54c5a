import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import { groupOutputs, openInputs } from '#shared/graph/groupEnds.ts';
import { findGroup, portKey } from '#shared/graph/groups.ts';
import { findNode, incomingEdges } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { groupKey, groupOfKey } from '#shared/picture/groupKey.ts';
import { type GroupCard, OPEN_PORT, type PortStub, type Scene } from '#shared/picture/scene.ts';
import { edgeId } from '../flowAdapter.ts';
import type { WireStart } from './wireStart.ts';

/** What a press on the canvas takes up. */
export interface WireGrip {
	readonly starts: readonly WireStart[];
	/** The wire whose other end stays where it is; all that are drawn as one. */
	readonly replaced: readonly GraphEdge[];
	/** A click without a drag keeps the wire in hand until the next click. */
	readonly staysAfterClick: boolean;
}

/**
 * Reads what was pressed: a port, the edge zone of a card, or the grip near a wire's end. With several layers selected, their outputs
 * are taken up together. An input that has its one wire gives that wire's end into the hand.
 */
export function gripAt(target: Element, document: GraphDocument, scene: Scene, selection: ReadonlySet<string>): WireGrip | null {
	const end = target.closest('[data-grip]');
	if (end) return gripOfWire(end, scene);
	const handle = target.closest('.react-flow__handle');
	const key = cardOf(handle ?? target.closest('[data-reach]'));
	if (key === null) return null;
	const port = handle?.getAttribute('data-handleid') ?? null;
	const stub = scene.stubs.find(({ id }) => id === key);
	if (stub) return gripOfStub(stub);
	if (port !== null && handle?.classList.contains('target')) {
		const card = scene.cards.find(({ group }) => groupKey(group.id) === key);
		return card ? gripOfEntry(document, card, port) : gripOfInput(document, key, port);
	}
	const pressed = outputAt(document, key, port);
	if (!pressed) return null;
	const others = selection.has(key)
		? outputsOf(
				document,
				[...selection].filter((id) => id !== key),
			)
		: [];
	return { starts: [pressed, ...others], replaced: [], staysAfterClick: handle !== null };
}

/** Another wire from where the pressed one begins, or the one that ends at the pressed input. */
export function branchGripAt(target: Element, scene: Scene): WireGrip | null {
	const id = target.closest('[data-wire]')?.getAttribute('data-wire');
	const handle = target.closest('.react-flow__handle.target');
	const key = cardOf(handle);
	const port = handle?.getAttribute('data-handleid');
	const wire = scene.wires.find(({ edges: [edge], ...end }) =>
		id === undefined || id === null ? end.target === key && end.targetPort === port : edgeId(edge) === id,
	);
	return wire ? { starts: liftEnd(wire.edges, 'target').starts, replaced: [], staysAfterClick: false } : null;
}

/** Key of the card that an element of the canvas belongs to. */
export function cardOf(element: Element | null | undefined): string | null {
	return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

/** First outputs of layers and groups, in document order; what gives nothing on is left out. */
export function outputsOf(document: GraphDocument, keys: readonly string[]): readonly WireStart[] {
	const wanted = new Set(keys);
	const all = [...document.nodes.map(({ id }) => id), ...document.groups.map(({ id }) => groupKey(id))];
	return all.flatMap((key) => (wanted.has(key) ? (outputAt(document, key, null) ?? []) : []));
}

/** An output of a layer or a group; the first where no port is named. */
function outputAt(document: GraphDocument, key: string, port: string | null): WireStart | null {
	const group = findGroup(document, groupOfKey(key) ?? '');
	if (group) {
		const outputs = groupOutputs(document, group);
		const found = outputs.find((place) => portKey({ source: place.node, sourcePort: place.port }) === port) ?? outputs[0];
		return found ? { ...found, side: 'source' } : null;
	}
	const name = port ?? layerDefinition(findNode(document, key)?.kind ?? '')?.outputs[0]?.name;
	return name === undefined ? null : { node: key, port: name, side: 'source' };
}

function gripOfInput(document: GraphDocument, node: string, port: string): WireGrip {
	const [wire, ...others] = incomingEdges(document, node).filter((edge) => edge.targetPort === port);
	const isMany = layerDefinition(findNode(document, node)?.kind ?? '')?.inputs.some(({ name, many }) => name === port && many) ?? false;
	if (wire && others.length === 0 && !isMany) return { ...liftEnd([wire], 'target'), staysAfterClick: true };
	return { starts: [{ node, port, side: 'target' }], replaced: [], staysAfterClick: true };
}

/** What comes into a folded group at a port: its end is taken up; at the port without wires, all inputs that lack one. */
function gripOfEntry(document: GraphDocument, { group, entries }: GroupCard, port: string): WireGrip | null {
	const entry = entries.find(({ key }) => key === port);
	if (entry && port !== OPEN_PORT) return { ...liftEnd(entry.edges, 'target'), staysAfterClick: true };
	const starts = openInputs(document, group).map((place): WireStart => ({ ...place, side: 'target' }));
	return starts.length === 0 ? null : { starts, replaced: [], staysAfterClick: true };
}

/** A stub is the layer outside: its answer can go to more layers inside, and another answer can go where it leads. */
function gripOfStub({ side, edges }: PortStub): WireGrip {
	const { starts } = liftEnd(edges, side === 'from' ? 'target' : 'source');
	return { starts, replaced: side === 'from' ? [] : edges, staysAfterClick: true };
}

function gripOfWire(end: Element, scene: Scene): WireGrip | null {
	const id = end.closest('[data-wire]')?.getAttribute('data-wire');
	const wire = scene.wires.find(({ edges: [edge] }) => edgeId(edge) === id);
	return wire ? { ...liftEnd(wire.edges, end.getAttribute('data-grip') === 'source' ? 'source' : 'target'), staysAfterClick: false } : null;
}

/** The wire as it is in hand once `end` of it is taken up: it begins at its other end. All edges carry the same answer. */
function liftEnd(edges: readonly GraphEdge[], end: 'source' | 'target'): Pick<WireGrip, 'starts' | 'replaced'> {
	const starts = edges.map(
		(wire): WireStart =>
			end === 'target'
				? { node: wire.source, port: wire.sourcePort, side: 'source' }
				: { node: wire.target, port: wire.targetPort, side: 'target' },
	);
	return { starts: end === 'target' ? starts.slice(0, 1) : starts, replaced: edges };
}
