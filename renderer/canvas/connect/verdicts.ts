import { judgeAllTargets, judgeConnection, judgeTogether, type Verdict } from '#shared/graph/connect.ts';
import type { GraphDocument, GraphEdge, NodeId } from '#shared/graph/document.ts';
import { incomingEdges, isSameEdge } from '#shared/graph/query.ts';
import type { InferenceContext } from '#shared/inference/context.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';

/** A port from which a wire is being drawn. */
export interface WireStart {
	readonly node: NodeId;
	readonly port: string;
	/** `source`: drawn from an output to an input; `target`: the other way round. */
	readonly side: 'source' | 'target';
}

/** The answer for one port that the wires in hand could end at. */
export interface PortVerdict {
	readonly node: NodeId;
	readonly port: string;
	/** The wires that would be made: all that are in hand where the port takes many, else the first. */
	readonly edges: readonly GraphEdge[];
	readonly verdict: Verdict;
}

export type Verdicts = ReadonlyMap<NodeId, readonly PortVerdict[]>;

type Context = InferenceContext & { readonly inference?: Inference };

/** The answers for every port that wires from `starts` could end at, by node. The starts are outputs, or a single input. */
export function judgeStarts(document: GraphDocument, starts: readonly WireStart[], context: Context): Verdicts {
	const [first, ...more] = starts;
	if (!first) return new Map();
	return groupByNode(more.length > 0 ? judgeMany(document, starts, context) : judgeOne(document, first, context));
}

function judgeOne(document: GraphDocument, start: WireStart, context: Context): readonly PortVerdict[] {
	if (start.side === 'source') {
		return judgeAllTargets(document, start.node, start.port, context).map(({ node, port, verdict }) => ({
			node,
			port,
			edges: [wireBetween(start, node, port)],
			verdict,
		}));
	}
	return document.nodes.flatMap((node) =>
		(layerDefinition(node.kind)?.outputs ?? []).map((port) => {
			const edge = wireBetween(start, node.id, port.name);
			return { node: node.id, port: port.name, edges: [edge], verdict: judgeConnection(document, edge, context) };
		}),
	);
}

function judgeMany(document: GraphDocument, starts: readonly WireStart[], context: Context): readonly PortVerdict[] {
	return document.nodes.flatMap((node) =>
		(layerDefinition(node.kind)?.inputs ?? []).map((port) => {
			const all = (port.many ? starts : starts.slice(0, 1)).map((start) => wireBetween(start, node.id, port.name));
			const wired = incomingEdges(document, node.id);
			const missing = all.filter((edge) => !wired.some((other) => isSameEdge(other, edge)));
			const edges = missing.length > 0 ? missing : all;
			return { node: node.id, port: port.name, edges, verdict: judgeTogether(document, edges, context) };
		}),
	);
}

/** The wire from a start to the port of another node, whichever way it is drawn. */
export function wireBetween(start: WireStart, node: NodeId, port: string): GraphEdge {
	return start.side === 'source'
		? { source: start.node, sourcePort: start.port, target: node, targetPort: port }
		: { source: node, sourcePort: port, target: start.node, targetPort: start.port };
}

function groupByNode(all: readonly PortVerdict[]): Verdicts {
	const byNode = new Map<NodeId, PortVerdict[]>();
	for (const answer of all) {
		const list = byNode.get(answer.node);
		if (list) list.push(answer);
		else byNode.set(answer.node, [answer]);
	}
	return byNode;
}

const rank: Readonly<Record<Verdict['verdict'], number>> = { fits: 0, problem: 1, refused: 2 };

/** What fits first, then what makes a problem, then what cannot be. */
export function byVerdict(a: PortVerdict, b: PortVerdict): number {
	return rank[a.verdict.verdict] - rank[b.verdict.verdict];
}

/** The port of a node where the wire fits best: what a drop on the card means. */
export function bestVerdict(verdicts: readonly PortVerdict[] | undefined): PortVerdict | null {
	return [...(verdicts ?? [])].sort(byVerdict)[0] ?? null;
}
