import type { GraphDocument, GraphEdge, NodeId } from '../graph/document.ts';
import type { Edit } from '../graph/edit.ts';
import { findNode, incomingEdges, isSameEdge } from '../graph/query.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { failure, ok, type Result } from '../result.ts';
import { message } from '../text/message.ts';
import type { LayerLine, LineProblem, Source } from './line.ts';

export type SourceOfName = (name: string) => NodeId | null;

/** Edits that give a layer the inputs of its line, in their order; none where it has them. Wires at ports that no line can name stay. */
export function rewire(
	document: GraphDocument,
	target: NodeId,
	line: LayerLine,
	above: NodeId | null,
	find: SourceOfName,
	lookup: LayerLookup,
): Result<readonly Edit[], LineProblem> {
	const node = findNode(document, target);
	const before = incomingEdges(document, target);
	const ports =
		lookup(node?.kind ?? '')?.inputs ?? [...new Set(before.map((edge) => edge.targetPort))].map((name) => ({ name, many: true }));
	if (line.sources === null && lookup(node?.kind ?? '') === undefined && before.length > 1) return ok([]);
	const asked = line.sources ?? [];
	const extra = asked[ports.length]?.[0] ?? null;
	if (extra) return refuse(extra, 'outline.problem.tooManyInputs', { name: line.name.text, inputs: ports.length });
	const edits: Edit[] = [];
	for (const [place, port] of ports.entries()) {
		const sources = line.sources === null ? [] : (asked[place] ?? []);
		const [, second] = sources;
		if (second && !port.many) return refuse(second, 'outline.problem.oneInput', { name: line.name.text });
		const wanted: GraphEdge[] =
			line.sources === null && place === 0 && above ? [wire(document, above, null, target, port.name, lookup)] : [];
		for (const source of sources) {
			const from = find(source.name.text);
			if (from === null) return refuse(source, 'outline.problem.unknownSource', { found: source.name.text });
			if (from === target) return refuse(source, 'outline.problem.ownSource', { name: line.name.text });
			wanted.push(wire(document, from, source.port, target, port.name, lookup));
		}
		const twin = wanted.findIndex((edge, index) => wanted.findIndex((other) => isSameEdge(edge, other)) < index);
		const repeated = sources[twin];
		if (repeated) return refuse(repeated, 'outline.problem.sourceTwice', { found: repeated.name.text });
		edits.push(
			...changeWires(
				before.filter((edge) => edge.targetPort === port.name),
				wanted,
			),
		);
	}
	return ok(edits);
}

function wire(
	document: GraphDocument,
	source: NodeId,
	port: string | null,
	target: NodeId,
	targetPort: string,
	lookup: LayerLookup,
): GraphEdge {
	const outputs = lookup(findNode(document, source)?.kind ?? '')?.outputs;
	return { source, sourcePort: port ?? outputs?.[0]?.name ?? 'out', target, targetPort };
}

function changeWires(before: readonly GraphEdge[], wanted: readonly GraphEdge[]): readonly Edit[] {
	const isSame = before.length === wanted.length && before.every((edge, index) => isSameEdge(edge, wanted[index] as GraphEdge));
	if (isSame) return [];
	return [...before.map((edge): Edit => ({ kind: 'disconnect', edge })), ...wanted.map((edge): Edit => ({ kind: 'connect', edge }))];
}

function refuse({ name }: Source, id: string, values: Readonly<Record<string, string | number>>): Result<never, LineProblem> {
	return failure({ from: name.from, to: name.to, message: message(id, values) });
}
