import { judgeConnection } from '#shared/graph/connect.ts';
import type { GraphDocument, GraphEdge, GraphNode, GroupId, Position } from '#shared/graph/document.ts';
import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { groupAt } from '#shared/graph/groupPlace.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { type Maker, type Newcomer, putOnWire } from '#shared/graph/insert.ts';
import { placeAfter, slideRight } from '#shared/graph/place.ts';
import { findNode, outgoingEdges } from '#shared/graph/query.ts';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { groupKey, groupOfKey } from '#shared/picture/groupKey.ts';
import type { Scene } from '#shared/picture/scene.ts';
import type { MaybeShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { outputsOf } from '../canvas/connect/wireGrip.ts';
import { type WireStart, wireBetween } from '../canvas/connect/wireStart.ts';
import { insideNow } from '../canvas/groups/inside.ts';
import { sceneOf } from '../canvas/groups/sceneNow.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import { makerOf, templateOf } from './insertable.ts';
import { insertTemplate } from './insertTemplate.ts';

/**
 * Puts a new layer or piece, by its id, at a place of the canvas, or to the right of the card that is there already. It takes the wires that were
 * drawn there (`from`), else goes on from what is selected if that feeds nothing yet. It belongs to the open group whose frame it
 * lies in, else to the group that is looked into. A whole network goes under what is there.
 */
export function addLayerAt(id: string, position: Position, from: readonly WireStart[] = []): void {
	const template = templateOf(id);
	if (template) insertTemplate(template);
	const make = makerOf(id);
	if (make) addAt(make, position, from);
}

/**
 * Puts a new layer or piece, by its id, after the selected card, or after the last of the network, and wires it where it fits. On a layer that
 * feeds another one it goes onto that wire, and what follows makes room.
 */
export function addLayerAfterSelection(id: string): void {
	const template = templateOf(id);
	if (template) insertTemplate(template);
	const make = makerOf(id);
	if (make) addAfterSelection(make);
}

function addAt(make: Maker, position: Position, from: readonly WireStart[]): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const inside = insideNow(document)?.id;
	const middle = { x: position.x + CARD_SIZE.width / 2, y: position.y + CARD_SIZE.height / 2 };
	const home = groupAt(document, middle, inside) ?? inside;
	const starts = from.length > 0 ? from : looseEnd(document);
	const made = make(document, { position: slideRight(document, snap(position), inside), home, role: undefined, input: sizeAt(starts[0]) });
	commit(document, made, [...made.edits, ...wiresFrom(document, made, starts)]);
}

function addAfterSelection(make: Maker): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const scene = sceneOf(document);
	const inside = scene.inside?.id;
	const before = anchor(document, scene, make);
	if (!before) {
		const middle = canvasHandle.current?.middle() ?? { x: 0, y: 0 };
		addAt(make, lastRowEnd(document, scene) ?? { x: middle.x - CARD_SIZE.width / 2, y: middle.y - CARD_SIZE.height / 2 }, []);
		return;
	}
	const { key, start, home, role } = before;
	const [wire, ...others] = scene.wires.filter(
		({ source, edges: [edge] }) => source === key && edge.source === start.node && edge.sourcePort === start.port,
	);
	let made: Newcomer | null = null;
	const remember: Maker = (known, spot) => (made = make(known, spot));
	const inserted = wire && others.length === 0 ? putOnWire(document, wire.edges, remember, { home, input: sizeAt(start) }) : null;
	if (inserted && made) {
		commit(document, made, inserted);
		return;
	}
	const added = make(document, { position: placeAfter(document, start.node, inside), home, role, input: sizeAt(start) });
	commit(document, added, [...added.edits, ...wiresFrom(document, added, [start])]);
}

/** What a new layer goes on from. */
interface Anchor {
	/** Of the card. */
	readonly key: string;
	readonly start: WireStart;
	readonly home: GroupId | undefined;
	readonly role: GraphNode['role'];
}

/** What to go on from: the one selected card, else the only one on the canvas whose answer nobody takes. */
function anchor(document: GraphDocument, scene: Scene, make: Maker): Anchor | null {
	if (make(document, { position: { x: 0, y: 0 }, home: undefined, role: undefined, input: null }).inputs.length === 0) return null;
	const [only, ...more] = selectedKeys(document);
	if (only !== undefined && more.length === 0) return anchorAt(document, only);
	const keys = [...scene.nodes.map(({ node }) => node.id), ...scene.cards.map(({ group }) => groupKey(group.id))];
	const ends = outputsOf(document, keys).filter(({ node }) => outgoingEdges(document, node).length === 0);
	const [end] = ends;
	return end && ends.length === 1 ? anchorAt(document, scene.cardOf(end.node)) : null;
}

function anchorAt(document: GraphDocument, key: string): Anchor | null {
	const [start] = outputsOf(document, [key]);
	if (!start) return null;
	const group = findGroup(document, groupOfKey(key) ?? '');
	const node = findNode(document, start.node);
	return { key, start, home: group ? group.parent : node?.group, role: node?.role };
}

/** The output of the one selected card while nobody takes it. */
function looseEnd(document: GraphDocument): readonly WireStart[] {
	const selected = selectedKeys(document);
	const starts = selected.length === 1 ? outputsOf(document, selected) : [];
	return starts.filter(({ node }) => outgoingEdges(document, node).length === 0);
}

function selectedKeys(document: GraphDocument): readonly string[] {
	const { selection } = useViewStore.getState();
	return [...selection].filter((key) => findNode(document, key) ?? findGroup(document, groupOfKey(key) ?? ''));
}

/** The wires to what is new, less those that cannot exist. A port that takes one wire gets the first. */
function wiresFrom(
	document: GraphDocument,
	{ edits, inputs, outputs, takesMany }: Newcomer,
	starts: readonly WireStart[],
): readonly Edit[] {
	const isFed = starts[0]?.side !== 'target';
	const wanted = isFed
		? (takesMany ? starts : starts.slice(0, 1)).flatMap((start) => inputs.map(({ node, port }) => wireBetween(start, node, port)))
		: starts.flatMap((start) => outputs.slice(0, 1).map(({ node, port }): GraphEdge => wireBetween(start, node, port)));
	let next = applyEdits(document, edits);
	const wires: Edit[] = [];
	for (const edge of wanted) {
		const { verdict } = judgeConnection(next, edge, { dataset: useDerivedStore.getState().dataset });
		if (verdict === 'refused') continue;
		wires.push({ kind: 'connect', edge });
		next = applyEdits(next, [{ kind: 'connect', edge }]);
	}
	return wires;
}

function commit(document: GraphDocument, { id, isGroup, name }: Newcomer, edits: readonly Edit[]): void {
	const key = isGroup ? groupKey(id) : id;
	useDocumentStore.getState().edit(edits, { label: message('history.add', { name }) });
	useViewStore.getState().select([key]);
	announce(currentFormatter().text(message('announce.added', { name })));
	if (document.nodes.length > 0) canvasHandle.current?.reveal(key);
}

/** Size of the answer that a wire brings, where it is known. */
function sizeAt(start: WireStart | undefined): MaybeShape {
	return start?.side === 'source' ? (useDerivedStore.getState().inference?.nodes.get(start.node)?.output ?? null) : null;
}

/** Behind the last card that shows; `null` while none does. */
function lastRowEnd(document: GraphDocument, scene: Scene): Position | null {
	const cards = [...scene.nodes, ...scene.cards].map(({ position }) => position);
	if (cards.length === 0) return null;
	const { x, y } = cards.reduce((a, b) => (b.y > a.y || (b.y === a.y && b.x > a.x) ? b : a));
	return slideRight(document, { x, y }, scene.inside?.id);
}

const GRID = 4;

function snap({ x, y }: Position): Position {
	return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}
