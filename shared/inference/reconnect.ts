import type { GraphEdge, GraphNode, NodeId } from '../graph/document.ts';
import type { Edit } from '../graph/edit.ts';
import { readingOrder } from '../graph/place.ts';
import { countValues, isMapShape, type TensorShape } from '../tensor/shape.ts';
import { type Message, message } from '../text/message.ts';
import type { Fix } from './diagnostic.ts';
import { type GraphFacts, repair } from './facts.ts';
import type { NodeCore } from './nodeCore.ts';
import { reinfer } from './nodeCore.ts';

/** Loose nodes that already hang together, first to last; usually a single one. */
type LooseChain = readonly GraphNode[];

/** More loose nodes than this are not tried in all combinations: 2^6 are quick, 2^20 are not. */
const MOST_CHAINS = 6;

/** Nodes on the canvas that nothing feeds and that feed nothing of the network, in the order people read them. */
function looseChains(facts: GraphFacts): readonly LooseChain[] {
	const isLoose = (id: NodeId) => facts.statuses.get(id) === 'unconnected';
	const chains: LooseChain[] = [];
	for (const node of facts.document.nodes) {
		if (!isLoose(node.id) || (facts.index.incoming.get(node.id)?.length ?? 0) > 0) continue;
		const chain = [node];
		for (let next = onlyFollower(facts, node); next && !chain.includes(next); next = onlyFollower(facts, next)) chain.push(next);
		const last = chain.at(-1) ?? node;
		const isWhole = (facts.index.outgoing.get(last.id)?.length ?? 0) === 0;
		if (isWhole && chain.every((member) => facts.cores.get(member.id)?.definition?.inputs.length === 1)) chains.push(chain);
	}
	return chains.sort((a, b) => readingOrder(a[0] as GraphNode, b[0] as GraphNode));
}

function onlyFollower(facts: GraphFacts, node: GraphNode): GraphNode | undefined {
	const out = facts.index.outgoing.get(node.id) ?? [];
	const [edge] = out;
	if (!edge || out.length !== 1 || facts.index.incoming.get(edge.target)?.length !== 1) return undefined;
	return facts.index.nodes.get(edge.target);
}

/** The chain's answer to an input of a size; `null` where one of its nodes cannot take it. */
function runChain(facts: GraphFacts, chain: LooseChain, input: TensorShape): TensorShape | null {
	let shape: TensorShape | null = input;
	for (const node of chain) {
		const core = facts.cores.get(node.id);
		if (!core || shape === null) return null;
		const after = reinfer(core, { missing: [], inputs: [shape], fields: [null] });
		if (after.problems.some((problem) => problem.severity === 'error')) return null;
		shape = after.output;
	}
	return shape;
}

/** Every selection of chains in reading order, the longest first. */
function* selections(chains: readonly LooseChain[]): Generator<readonly LooseChain[]> {
	const all: (readonly LooseChain[])[] = [];
	for (let bits = 1; bits < 2 ** chains.length; bits++) all.push(chains.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1));
	yield* all.sort((a, b) => b.flat().length - a.flat().length);
}

/** Where the mended wire begins and ends. */
export interface Mend {
	readonly source: GraphNode;
	readonly sourcePort: string;
	readonly target: GraphNode;
	readonly targetPort: string;
	/** Wire that is replaced, with its place among those of the same port; `null` where the target lacks one. */
	readonly replaces: GraphEdge | null;
	/** The target as it would be with an input of this size on the wire. */
	readonly retry: (shape: TensorShape) => NodeCore | null;
}

/**
 * Leads a wire that fails through nodes that already lie on the canvas unconnected: conv 2 → (pool 2, flatten) → dense 1.
 * As many of them as fit are used, because they were put there for it. `null` where none help.
 */
export function reconnectThrough(facts: GraphFacts, mend: Mend): Fix | null {
	const from = facts.cores.get(mend.source.id)?.output;
	if (!from) return null;
	const chains = looseChains(facts)
		.filter((chain) => !chain.includes(mend.target) && !chain.includes(mend.source))
		.slice(0, MOST_CHAINS);
	for (const selection of selections(chains)) {
		const shapes: TensorShape[] = [from];
		for (const chain of selection) {
			const next = runChain(facts, chain, shapes.at(-1) ?? from);
			if (!next) break;
			shapes.push(next);
		}
		const arriving = shapes.at(-1);
		if (shapes.length !== selection.length + 1 || !arriving) continue;
		const after = mend.retry(arriving);
		if (!after?.output || after.problems.some((problem) => problem.severity === 'error')) continue;
		const nodes = selection.flat();
		const names = nodes.map((node) => node.name).join(', ');
		const fix = repair('reconnect', { names, count: nodes.length }, reconnectEdits(facts, mend, selection));
		return { ...fix, detail: message('fix.reconnect.detail', { count: nodes.length, cost: costOf(mend.target, after, shapes) }) };
	}
	return null;
}

function reconnectEdits(facts: GraphFacts, mend: Mend, selection: readonly LooseChain[]): readonly Edit[] {
	const edits: Edit[] = [];
	let source = mend.source.id;
	let sourcePort = mend.sourcePort;
	if (mend.replaces) edits.push({ kind: 'disconnect', edge: mend.replaces });
	for (const chain of selection) {
		const [first] = chain;
		const last = chain.at(-1);
		if (!first || !last) continue;
		edits.push({ kind: 'connect', edge: { source, sourcePort, target: first.id, targetPort: portOf(facts, first, 'inputs') } });
		source = last.id;
		sourcePort = portOf(facts, last, 'outputs');
	}
	const { replaces } = mend;
	const siblings = facts.document.edges.filter((edge) => edge.target === mend.target.id && edge.targetPort === mend.targetPort);
	edits.push({
		kind: 'connect',
		edge: { source, sourcePort, target: mend.target.id, targetPort: mend.targetPort },
		...(replaces ? { at: siblings.indexOf(replaces) } : {}),
	});
	return edits;
}

function portOf(facts: GraphFacts, node: GraphNode, side: 'inputs' | 'outputs'): string {
	return facts.cores.get(node.id)?.definition?.[side][0]?.name ?? '';
}

/** "5·5·16 = 400 values, so dense 1 has (400 + 1)·120 = 48,120 weights", as far as there is something to say. */
export function costOf(target: GraphNode, after: NodeCore, shapes: readonly TensorShape[]): Message {
	const arriving = shapes.at(-1) ?? [];
	const map = [...shapes].reverse().find(isMapShape);
	const isFlattened = arriving.length === 1 && map !== undefined && countValues(map) === countValues(arriving);
	return message('fix.cost', {
		node: target.name,
		product: isFlattened ? map.join('·') : 'none',
		size: arriving,
		values: countValues(arriving),
		weights: after.weightCount,
		formula: weightFormula(after, arriving) || 'none',
	});
}

/** The weights of a layer as its formula has them with the numbers put in; empty where it has none. */
function weightFormula(after: NodeCore, input: TensorShape): string {
	const { definition, parsed, output } = after;
	if (!definition?.formula || !parsed || !output || after.weightCount === 0 || after.inputs.length !== 1) return '';
	const line = definition.formula(parsed, [input], output).weights;
	return line ? line.tokens.map(({ number }) => (number === '+' || number === '−' ? ` ${number} ` : number)).join('') : '';
}
