import type { ConnectContext } from '#shared/graph/connect.ts';
import type { GraphDocument, GraphEdge, GraphGroup } from '#shared/graph/document.ts';
import { groupOutputs, openInputs } from '#shared/graph/groupEnds.ts';
import { portKey } from '#shared/graph/groups.ts';
import { judgeRewiring } from '#shared/graph/groupWires.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { type GroupCard, OPEN_PORT, type PortStub, type Scene, STUB_PORT } from '#shared/picture/scene.ts';
import { message } from '#shared/text/message.ts';
import type { PortVerdict } from '../connect/verdicts.ts';
import { type WireStart, wireBetween } from '../connect/wireStart.ts';

/** The answers of folded groups, and of the stubs at the border of the group that one looks into. */
export function judgeCards(
	document: GraphDocument,
	scene: Scene,
	starts: readonly WireStart[],
	context: ConnectContext,
): readonly PortVerdict[] {
	const [first, ...more] = starts;
	if (!first) return [];
	const judge = (place: Pick<PortVerdict, 'card' | 'port' | 'edges' | 'instead'>, group: GraphGroup | null): PortVerdict => ({
		...place,
		takes: 1,
		verdict: judgeRewiring(document, place, group, context),
	});
	const from = ({ node, port }: WireStart) => ({ source: node, sourcePort: port });
	return first.side === 'target'
		? [...scene.cards.flatMap(feedingCard), ...scene.stubs.flatMap(feedingStub)]
		: [...scene.cards.flatMap(fedCard), ...scene.stubs.flatMap(fedStub)];

	/** A wire goes to all inputs inside that lack one, or takes the place of what comes in through a port. */
	function fedCard({ group, entries }: GroupCard): readonly PortVerdict[] {
		const card = groupKey(group.id);
		const refuse = (reason: string): readonly PortVerdict[] => [
			{ card, port: OPEN_PORT, edges: [], instead: [], takes: 0, verdict: { verdict: 'refused', reason: message(reason) } },
		];
		if (more.length > 0) return refuse('connect.refused.oneWire');
		if (entries.length === 0) return refuse('connect.refused.noInput');
		return entries.map(({ key, edges }) => {
			const free = key === OPEN_PORT ? openInputs(document, group).map(({ node, port }) => wireBetween(start(), node, port)) : [];
			const taken = edges.map((edge): GraphEdge => ({ ...edge, ...from(start()) }));
			return judge({ card, port: key, edges: [...free, ...taken], instead: edges }, group);
		});
	}

	function fedStub({ id, side, edges }: PortStub): readonly PortVerdict[] {
		if (side === 'from' || more.length > 0) return [];
		return [judge({ card: id, port: STUB_PORT, edges: edges.map((edge) => ({ ...edge, ...from(start()) })), instead: edges }, null)];
	}

	function feedingCard({ group }: GroupCard): readonly PortVerdict[] {
		return groupOutputs(document, group).map(({ node, port }) =>
			judge(
				{
					card: groupKey(group.id),
					port: portKey({ source: node, sourcePort: port }),
					edges: starts.map((start) => wireBetween(start, node, port)),
					instead: [],
				},
				null,
			),
		);
	}

	function feedingStub({ id, side, node, edges }: PortStub): readonly PortVerdict[] {
		const [edge] = edges;
		if (side === 'to' || !edge) return [];
		return [
			judge({ card: id, port: STUB_PORT, edges: starts.map((start) => wireBetween(start, node, edge.sourcePort)), instead: [] }, null),
		];
	}

	function start(): WireStart {
		return first as WireStart;
	}
}
