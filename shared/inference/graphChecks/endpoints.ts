import { createNode } from '../../graph/create.ts';
import type { GraphNode, NodeConfig } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { placeAfter, readingOrder, slideRight } from '../../graph/place.ts';
import { catalogue } from '../../layers/catalogue.ts';
import type { LayerDefinition } from '../../layers/defineLayer.ts';
import type { TensorShape } from '../../tensor/shape.ts';
import type { Diagnostic, Fix } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';
import { inferNode, type NodeCore } from '../nodeCore.ts';

/** A network has one input and one output. */
export function checkEndpoints(facts: GraphFacts): readonly Diagnostic[] {
	return [...checkSources(facts), ...checkSinks(facts)];
}

function checkSources(facts: GraphFacts): readonly Diagnostic[] {
	const { sources } = facts;
	if (sources.length === 0) return [report('noInput', 'error', { kind: 'document' }, {}, { fixes: addSource(facts) })];
	return sources.slice(1).map((node) => extra('severalInputs', node, sources));
}

function checkSinks(facts: GraphFacts): readonly Diagnostic[] {
	const { sinks } = facts;
	if (sinks.length === 0) return [report('noOutput', 'error', { kind: 'document' }, {}, { fixes: addSink(facts) })];
	return sinks.slice(1).map((node) => extra('severalOutputs', node, sinks));
}

function extra(code: string, node: GraphNode, all: readonly GraphNode[]): Diagnostic {
	const fix = repair('deleteNode', { node: node.name }, [{ kind: 'removeNodes', nodes: [node.id] }]);
	return report(code, 'error', atNode(node.id), { node: node.name, first: all[0]?.name ?? '', count: all.length }, { fixes: [fix] });
}

/** The first kind of the palette that stands at this end of a network. */
function endpointKind(end: 'source' | 'sink'): LayerDefinition | undefined {
	return catalogue.find((definition) => definition.endpoint === end);
}

function addSource(facts: GraphFacts): readonly Fix[] {
	const definition = endpointKind('source');
	if (!definition) return [];
	const { document } = facts;
	const first = [...document.nodes].sort(readingOrder)[0];
	const position = first ? slideRight(document, { x: first.position.x, y: first.position.y }) : { x: 0, y: 0 };
	const node = fitting(facts, definition, createNode(document, definition.kind, position, {}, facts.lookup), []);
	return [repair('addInput', {}, [{ kind: 'addNode', node }])];
}

function addSink(facts: GraphFacts): readonly Fix[] {
	const definition = endpointKind('sink');
	if (!definition) return [];
	const { document } = facts;
	const ends = document.nodes.filter((node) => facts.included.has(node.id) && !facts.index.outgoing.has(node.id));
	const last = ends.length === 1 ? ends[0] : undefined;
	const rightmost = last ?? [...document.nodes].sort(readingOrder).at(-1);
	const position = rightmost ? placeAfter(document, rightmost.id) : { x: 0, y: 0 };
	const shape = last ? (facts.cores.get(last.id)?.output ?? null) : null;
	const node = fitting(facts, definition, createNode(document, definition.kind, position, {}, facts.lookup), shape ? [shape] : []);
	const wire = last && wireTo(facts, last, node, definition);
	return [
		repair('addOutput', { from: last?.name ?? '', isWired: wire ? 'yes' : 'no' }, [
			{ kind: 'addNode', node: withRole(node, last) },
			...(wire ? [wire] : []),
		]),
	];
}

function withRole(node: GraphNode, like: GraphNode | undefined): GraphNode {
	return like?.role === undefined ? node : { ...node, role: like.role };
}

function wireTo(facts: GraphFacts, source: GraphNode, target: GraphNode, definition: LayerDefinition): Edit | null {
	const output = facts.cores.get(source.id)?.definition?.outputs[0];
	const input = definition.inputs[0];
	if (!output || !input) return null;
	return { kind: 'connect', edge: { source: source.id, sourcePort: output.name, target: target.id, targetPort: input.name } };
}

/** The new node with the settings that its own layer proposes for the data and size at hand. */
function fitting(facts: GraphFacts, definition: LayerDefinition, node: GraphNode, inputs: readonly TensorShape[]): GraphNode {
	let config: NodeConfig = node.config;
	const infer = (): NodeCore =>
		inferNode({
			kind: node.kind,
			definition,
			config,
			isMuted: false,
			isFrozen: false,
			isOnCycle: false,
			missing: [],
			hasSpareWires: false,
			inputs,
			fields: inputs.map(() => null),
			extent: null,
			settings: facts.document.settings,
			dataset: facts.context.dataset,
		});
	if (inputs.length !== definition.inputs.length) return node;
	for (const problem of infer().problems) {
		const fix = problem.severity === 'error' ? problem.fixes?.find((proposal) => proposal.kind === 'setConfig') : undefined;
		if (fix) config = { ...config, ...fix.config };
	}
	return { ...node, config };
}
