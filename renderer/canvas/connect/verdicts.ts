import { type ConnectContext, judgeAllTargets, judgeConnection, judgeTogether, type Verdict } from '#shared/graph/connect.ts';
import type { GraphDocument, GraphEdge } from '#shared/graph/document.ts';
import { judgeRewiring } from '#shared/graph/groupWires.ts';
import { incomingEdges, isSameEdge } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { Scene } from '#shared/picture/scene.ts';
import { judgeCards } from '../groups/judgeCards.ts';
import { type WireStart, wireBetween } from './wireStart.ts';

/** The answer for one port that the wires in hand could end at. */
export interface PortVerdict {
	/** Key of the card: the id of a layer, the key of a folded group, or the id of a stub at its border. */
	readonly card: string;
	readonly port: string;
	/** The wires that would be made; at a folded group one in hand can become several. */
	readonly edges: readonly GraphEdge[];
	/** Wires that give way to them. */
	readonly instead: readonly GraphEdge[];
	/** How many of those in hand end here: all where the port takes many, else the first. */
	readonly takes: number;
	readonly verdict: Verdict;
}

/** By the key of the card. */
export type Verdicts = ReadonlyMap<string, readonly PortVerdict[]>;

/** The answers for every port that wires from `starts` could end at. The starts are outputs, or inputs that one wire shall feed. */
export function judgeStarts(document: GraphDocument, starts: readonly WireStart[], context: ConnectContext, scene: Scene): Verdicts {
	const [first, ...more] = starts;
	if (!first) return new Map();
	const layers = first.side === 'target' ? judgeSources : more.length > 0 ? judgeMany : judgeTargets;
	return byCard([...layers(document, starts, context), ...judgeCards(document, scene, starts, context)]);
}

function judgeTargets(document: GraphDocument, starts: readonly WireStart[], context: ConnectContext): readonly PortVerdict[] {
	return starts.flatMap((start) =>
		judgeAllTargets(document, start.node, start.port, context).map(({ node, port, verdict }) => ({
			card: node,
			port,
			edges: [wireBetween(start, node, port)],
			instead: [],
			takes: 1,
			verdict,
		})),
	);
}

function judgeSources(document: GraphDocument, starts: readonly WireStart[], context: ConnectContext): readonly PortVerdict[] {
	return document.nodes.flatMap((node) =>
		(layerDefinition(node.kind)?.outputs ?? []).map(({ name }) => {
			const edges = starts.map((start) => wireBetween(start, node.id, name));
			const [edge, ...others] = edges;
			const verdict =
				edge && others.length === 0
					? judgeConnection(document, edge, context)
					: judgeRewiring(document, { edges, instead: [] }, null, context);
			return { card: node.id, port: name, edges, instead: [], takes: 1, verdict };
		}),
	);
}

function judgeMany(document: GraphDocument, starts: readonly WireStart[], context: ConnectContext): readonly PortVerdict[] {
	return document.nodes.flatMap((node) =>
		(layerDefinition(node.kind)?.inputs ?? []).map((port) => {
			const all = (port.many ? starts : starts.slice(0, 1)).map((start) => wireBetween(start, node.id, port.name));
			const wired = incomingEdges(document, node.id);
			const missing = all.filter((edge) => !wired.some((other) => isSameEdge(other, edge)));
			const edges = missing.length > 0 ? missing : all;
			return { card: node.id, port: port.name, edges, instead: [], takes: all.length, verdict: judgeTogether(document, edges, context) };
		}),
	);
}

function byCard(all: readonly PortVerdict[]): Verdicts {
	const cards = new Map<string, PortVerdict[]>();
	for (const answer of all) {
		const list = cards.get(answer.card);
		if (list) list.push(answer);
		else cards.set(answer.card, [answer]);
	}
	return cards;
}

const rank: Readonly<Record<Verdict['verdict'], number>> = { fits: 0, problem: 1, refused: 2 };

/** What fits first, then what makes a problem, then what cannot be. */
export function byVerdict(a: PortVerdict, b: PortVerdict): number {
	return rank[a.verdict.verdict] - rank[b.verdict.verdict];
}

/** The port of a card where the wire fits best: what a drop on the card means. */
export function bestVerdict(verdicts: readonly PortVerdict[] | undefined): PortVerdict | null {
	return [...(verdicts ?? [])].sort(byVerdict)[0] ?? null;
}
