import type { GraphDocument, GroupId, NodeId, Position } from '#shared/graph/document.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { groupMover, layerMover, type Maker, putOnWire } from '#shared/graph/insert.ts';
import { findNode, groupMembers } from '#shared/graph/query.ts';
import { isLoose, judgeOnWire } from '#shared/graph/wireDrop.ts';
import { CARD_SIZE, PORT_Y } from '#shared/picture/cardGeometry.ts';
import { groupKey, groupOfKey } from '#shared/picture/groupKey.ts';
import type { Scene, SceneWire } from '#shared/picture/scene.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { contextOf, useDerivedStore } from '../../document/selectors.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { wordVerdict } from '../connect/verdictText.ts';
import { homeOf, itemOf, nameOf } from '../groups/nameOf.ts';
import { sceneOf } from '../groups/sceneNow.ts';
import { wireAt } from './wireAt.ts';
import { useWireDropStore } from './wireDropStore.ts';

/** How near a wire what is dragged has to be, in canvas pixels. */
const REACH = 32;
/** From the sides of a card to where it is held against wires, in canvas pixels. */
const INSET = 24;

/** Holds something new over the canvas, with the middle of its card at `middle`. */
export function aimNew(make: Maker, middle: Position): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const at = { x: middle.x - CARD_SIZE.width / 2, y: middle.y - CARD_SIZE.height / 2 };
	aim(document, { make, points: [middle], at, moving: [] });
}

/** Holds a card of the canvas at a place; only what has no wires goes onto one. */
export function aimCard(key: string, at: Position): void {
	const { document } = useDocumentStore.getState();
	const loose = document && looseCard(document, key);
	if (!loose) {
		endAim();
		return;
	}
	const { width } = CARD_SIZE;
	const points = [INSET, width / 2, width - INSET].map((x) => ({ x: at.x + x, y: at.y + PORT_Y }));
	aim(document, { ...loose, points, at });
}

export function endAim(): void {
	if (useWireDropStore.getState().aim) useWireDropStore.setState({ aim: null });
}

/** Lets go of what is held: true where it went onto a wire. */
export function dropOnWire(): boolean {
	const { aim: held } = useWireDropStore.getState();
	const { document, edit } = useDocumentStore.getState();
	endAim();
	if (!held || !document || held.verdict.verdict === 'refused') return false;
	const { made, wire, verdict, make, spot } = held;
	const edits = putOnWire(document, wire.edges, make, spot);
	if (!edits) return false;
	const names = { name: made.name, source: wireEnd(document, wire, 'source'), target: wireEnd(document, wire, 'target') };
	edit(edits, { label: message('history.insertOnWire', names) });
	useViewStore.getState().select([made.isGroup ? groupKey(made.id) : made.id]);
	const format = currentFormatter();
	announce(format.text(message('announce.insertedOnWire', { ...names, verdict: wordVerdict(format, verdict) })));
	return true;
}

interface Held {
	readonly make: Maker;
	/** Any of these is near the wire. */
	readonly points: readonly Position[];
	readonly at: Position;
	readonly moving: readonly NodeId[];
}

/** Judges a wire once, when it comes within reach: where on it the card is held changes its place alone. */
function aim(document: GraphDocument, { make, points, at, moving }: Held): void {
	const scene = sceneOf(document);
	const routed = wireAt(scene.wires, points, REACH);
	if (!routed) {
		endAim();
		return;
	}
	const { wire } = routed;
	const { inference, ...state } = useDerivedStore.getState();
	const input = inference?.nodes.get(wire.edges[0].source)?.output ?? null;
	const spot = { home: homeOnWire(document, scene, wire), input, at: { x: Math.round(at.x), y: Math.round(at.y) }, moving };
	const before = useWireDropStore.getState().aim;
	const context = inference ? { ...contextOf(state), inference } : contextOf(state);
	const judged = before?.wire === wire ? before : judgeOnWire(document, wire.edges, make, spot, context);
	useWireDropStore.setState({ aim: { made: judged.made, verdict: judged.verdict, ...routed, make, spot } });
}

/** What could go onto a wire: a layer or a folded group without wires to others. */
function looseCard(document: GraphDocument, key: string): Pick<Held, 'make' | 'moving'> | null {
	const id = groupOfKey(key);
	const group = id === null ? undefined : findGroup(document, id);
	const node = findNode(document, key);
	const make = group?.collapsed ? groupMover(group) : node ? layerMover(node) : null;
	const members = group ? groupMembers(document, group.id) : new Set([key]);
	return make && isLoose(document.edges, members) ? { make, moving: [...members] } : null;
}

/** The group that a drawn wire's end lies in; at the border of the group that one looks into, that one. */
function homeOnWire(document: GraphDocument, scene: Scene, { target }: SceneWire): GroupId | undefined {
	return itemOf(document, target) ? homeOf(document, target) : scene.inside?.id;
}

/** What one reads there: a layer, a folded group, or the layer outside of the group that one looks into. */
function wireEnd(document: GraphDocument, wire: SceneWire, end: 'source' | 'target'): string {
	return nameOf(document, wire[end]) || nameOf(document, wire.edges[0][end]);
}
