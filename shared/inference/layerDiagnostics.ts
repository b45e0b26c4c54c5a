import type { GraphEdge, GraphNode } from '../graph/document.ts';
import { problemWord } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerProblem } from '../layers/defineLayer.ts';
import { type Message, message } from '../text/message.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import type { GraphFacts } from './facts.ts';
import { isLocal, toFix } from './fixes.ts';
import { type NodeCore, reinfer, sortWires } from './nodeCore.ts';
import { reconnectThrough } from './reconnect.ts';

/** What a node's own layer found wrong, with names, place and repairs that fit this graph. */
export function layerDiagnostics(facts: GraphFacts, node: GraphNode, core: NodeCore): readonly Diagnostic[] {
	if (core.problems.length === 0) return [];
	const incoming = facts.index.incoming.get(node.id) ?? [];
	const { wires } = sortWires(core.definition, incoming);
	return core.problems.map((problem) => toDiagnostic(facts, node, core, problem, wires, incoming));
}

/** True when `layerDiagnostics` depends on the rest of the graph, so that an answer must not outlive the document. */
export function dependsOnGraph(core: NodeCore): boolean {
	return core.problems.some((problem) => isMendable(problem) || problem.fixes?.some((fix) => !isLocal(fix)));
}

function isMendable(problem: LayerProblem): boolean {
	return problem.severity === 'error' && problem.input !== undefined;
}

function toDiagnostic(
	facts: GraphFacts,
	node: GraphNode,
	core: NodeCore,
	problem: LayerProblem,
	wires: readonly GraphEdge[],
	incoming: readonly GraphEdge[],
): Diagnostic {
	const wire = wires[problem.input ?? 0];
	const source = wire && facts.index.nodes.get(wire.source);
	const site = { document: facts.document, lookup: facts.lookup, node, core, wires, incoming };
	const fixes: Fix[] = [];
	if (isMendable(problem) && wire && source) {
		const at = wires.indexOf(wire);
		const mended = reconnectThrough(facts, {
			source,
			sourcePort: wire.sourcePort,
			target: node,
			targetPort: wire.targetPort,
			replaces: wire,
			retry: (shape) => reinfer(core, { inputs: core.inputs.map((input, place) => (place === at ? shape : input)) }),
		});
		if (mended) fixes.push(mended);
	}
	for (const proposal of problem.fixes ?? []) {
		const fix = toFix(proposal, problem.code, site);
		if (fix) fixes.push(fix);
	}
	return { ...describeProblem(node, core.definition, problem, wire, source?.name), fixes };
}

/** A layer's problem in words and with its place, without repairs. */
export function describeProblem(
	node: GraphNode,
	definition: LayerDefinition | undefined,
	problem: LayerProblem,
	wire: GraphEdge | undefined,
	from: string | undefined,
): Diagnostic {
	const values = { ...problem.values, node: node.name, from: from ?? '' };
	return {
		code: problem.code,
		severity: problem.severity,
		place: {
			kind: 'node',
			node: node.id,
			...(problem.field === undefined ? {} : { field: problem.field }),
			...(problem.input === undefined || !wire ? {} : { port: wire.targetPort }),
		},
		title: word(definition, problem.code, 'title', values),
		text: word(definition, problem.code, 'text', values),
		received: problem.received ?? null,
		expected: problem.expected ?? null,
		fixes: [],
	};
}

function word(definition: LayerDefinition | undefined, code: string, part: 'title' | 'text', values: Message['values']): Message {
	return definition ? problemWord(definition, code, part, values) : message(`diagnostic.${code}.${part}`, values);
}
