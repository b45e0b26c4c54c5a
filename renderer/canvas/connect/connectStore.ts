import { create } from 'zustand';
import { judgeAllTargets, judgeConnection, type Verdict } from '#shared/graph/connect.ts';
import type { GraphDocument, GraphEdge, NodeId } from '#shared/graph/document.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore } from '../../document/selectors.ts';

/** A port from which a wire is being drawn. */
export interface WireStart {
	readonly node: NodeId;
	readonly port: string;
	/** `source`: drawn from an output to an input; `target`: the other way round. */
	readonly side: 'source' | 'target';
}

/** The answer for one port that the wire could end at. */
export interface PortVerdict {
	readonly edge: GraphEdge;
	readonly verdict: Verdict;
}

interface ConnectStore {
	readonly start: WireStart | null;
	/** Answers by node, for each of its ports; `null` while no wire is drawn. */
	readonly verdicts: ReadonlyMap<NodeId, readonly PortVerdict[]> | null;
}

/** The wire that is being drawn. All answers are worked out when the drag begins, so that moving costs nothing. */
export const useConnectStore = create<ConnectStore>()(() => ({ start: null, verdicts: null }));

export function beginWire(start: WireStart): void {
	const { document } = useDocumentStore.getState();
	if (document) useConnectStore.setState({ start, verdicts: judgeAll(document, start) });
}

export function endWire(): void {
	useConnectStore.setState({ start: null, verdicts: null });
}

/** The answers for every port that a wire from `start` could end at, by node. */
export function judgeAll(document: GraphDocument, start: WireStart): ReadonlyMap<NodeId, readonly PortVerdict[]> {
	const { dataset, inference } = useDerivedStore.getState();
	const context = inference ? { dataset, inference } : { dataset };
	const all: PortVerdict[] =
		start.side === 'source'
			? judgeAllTargets(document, start.node, start.port, context).map(({ node, port, verdict }) => ({
					edge: { source: start.node, sourcePort: start.port, target: node, targetPort: port },
					verdict,
				}))
			: document.nodes.flatMap((node) =>
					(layerDefinition(node.kind)?.outputs ?? []).map((port) => {
						const edge = { source: node.id, sourcePort: port.name, target: start.node, targetPort: start.port };
						return { edge, verdict: judgeConnection(document, edge, context) };
					}),
				);
	const byNode = new Map<NodeId, PortVerdict[]>();
	for (const answer of all) {
		const node = start.side === 'source' ? answer.edge.target : answer.edge.source;
		const list = byNode.get(node);
		if (list) list.push(answer);
		else byNode.set(node, [answer]);
	}
	return byNode;
}

const rank: Readonly<Record<Verdict['verdict'], number>> = { fits: 0, problem: 1, refused: 2 };

/** The port of a node where the wire fits best: what a drop on the card means. */
export function bestVerdict(verdicts: readonly PortVerdict[] | undefined): PortVerdict | null {
	return [...(verdicts ?? [])].sort((a, b) => rank[a.verdict.verdict] - rank[b.verdict.verdict])[0] ?? null;
}
