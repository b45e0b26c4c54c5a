import { message } from '../text/message.ts';
import type { ConnectContext, Verdict } from './connect.ts';
import type { GraphDocument, GraphEdge } from './document.ts';
import { applyEdits } from './edit.ts';
import { findGroup } from './groups.ts';
import { judgeOutcome } from './groupWires.ts';
import { type DrawnEdges, type Maker, type Newcomer, putOnWire, type WireSpot } from './insert.ts';

/** What letting go of something over a wire would do. */
export interface WireDrop {
	readonly made: Newcomer;
	readonly verdict: Verdict;
}

/** Would it do to put this on the wire? With the size that it would make there, or what speaks against it. */
export function judgeOnWire(document: GraphDocument, edges: DrawnEdges, make: Maker, spot: WireSpot, context: ConnectContext): WireDrop {
	let made: Newcomer | null = null;
	const edits = putOnWire(document, edges, (known, place) => (made = make(known, place)), spot);
	const newcomer: Newcomer = made ?? make(document, { position: { x: 0, y: 0 }, home: spot.home, role: undefined, input: spot.input });
	if (!edits) {
		const reason = message(newcomer.inputs.length === 0 ? 'connect.refused.noInput' : 'connect.refused.noOutput');
		return { made: newcomer, verdict: { verdict: 'refused', reason } };
	}
	const next = applyEdits(document, edits);
	const group = newcomer.isGroup ? (findGroup(next, newcomer.id) ?? null) : null;
	const fed = [...newcomer.inputs, ...newcomer.outputs.slice(0, 1)].map(({ node }) => node);
	return { made: newcomer, verdict: judgeOutcome(document, next, { fed, group }, context) };
}

/** True where no wire leads from these layers to others, nor from others to these. */
export function isLoose(edges: readonly GraphEdge[], members: ReadonlySet<string>): boolean {
	return !edges.some(({ source, target }) => members.has(source) !== members.has(target));
}
