import type { GraphDocument, NodeId } from '../graph/document.ts';
import { hasFlag, indexGraph } from '../graph/query.ts';
import type { Expansion } from '../graph/repeats.ts';
import type { InferenceContext } from '../inference/context.ts';
import type { Diagnostic } from '../inference/diagnostic.ts';
import type { Inference } from '../inference/inference.ts';
import { coresOf, inferShapes, writtenOut } from '../inference/inferShapes.ts';
import { type NodeCore, sortWires } from '../inference/nodeCore.ts';
import { failure, ok, type Result } from '../result.ts';
import type { TensorShape } from '../tensor/shape.ts';
import { uniqueNames } from './opNames.ts';
import type { ModelPlan, PlanOp } from './plan.ts';

/** A node that becomes an op. */
interface Member {
	readonly id: NodeId;
	/** Copies of repeated groups that it stands in: `block 1`. */
	readonly path: readonly string[];
	readonly name: string;
	readonly core: NodeCore & { readonly output: TensorShape; readonly parsed: NonNullable<NodeCore['parsed']> };
}

/**
 * The network ready to be built, in topological order: `[28, 28, 1]` in, `[10]` out. Only what leads from the input to the
 * output is in it; muted nodes are left out and their wires closed; of a repeated group each copy has ops of its own, named
 * `block_1_conv_1`. Fails with the errors that stand in the way.
 */
export function buildPlan(document: GraphDocument, context: InferenceContext, known?: Inference): Result<ModelPlan, readonly Diagnostic[]> {
	const answer = known ?? inferShapes(document, context);
	const errors = answer.diagnostics.filter(
		({ severity, code }) => severity === 'error' && !(context.answersOnly === true && code === 'noTrainableWeights'),
	);
	if (errors.length > 0) return failure(errors);
	const { expansion, inference } = writtenOut(answer) ?? noAnswer();
	const members = membersOf(expansion, inference);
	const source = members.find((member) => member.core.definition?.endpoint === 'source');
	const sink = members.find((member) => member.core.definition?.endpoint === 'sink');
	if (!source || !sink) throw new Error('A document without errors was assumed to have an input that leads to an output.');

	const unique = uniqueNames(members.map(({ path, name, core }) => ({ name: [...path, name].join(' '), fallback: core.kind })));
	const names = new Map(members.map((member, place) => [member.id, unique[place] ?? member.id]));
	const ops = members.map((member) => toOp(expansion, member, names));
	const { parsed, definition } = sink.core;
	return ok({
		name: document.name,
		ops,
		input: names.get(source.id) ?? '',
		output: names.get(sink.id) ?? '',
		inputShape: source.core.output,
		outputShape: sink.core.output,
		task: definition?.task?.(parsed) ?? 'classification',
		finalActivation: definition?.finalActivation?.(parsed) ?? 'linear',
		weightCount: inference.totals.weights,
		trainableWeightCount: inference.totals.trainableWeights,
		multiplyAdds: inference.totals.multiplyAdds,
		activationBytes: inference.totals.activationBytes,
		seed: document.seed,
		document,
	});
}

function noAnswer(): never {
	throw new Error('An inference was assumed to come from inferShapes.');
}

function membersOf({ document, paths }: Expansion, inference: Inference): readonly Member[] {
	const cores = coresOf(inference);
	const { nodes } = indexGraph(document);
	return inference.order.flatMap((id) => {
		const core = cores.get(id);
		const node = nodes.get(id);
		if (!core || !node || core.isMuted || !inference.included.has(id)) return [];
		const { output, parsed } = core;
		if (output === null || parsed === null) throw new Error(`Node ${id} was assumed to have a size in a document without errors.`);
		return [{ id, path: paths.get(id) ?? [], name: node.name, core: { ...core, output, parsed } }];
	});
}

function toOp({ document, originals }: Expansion, { id, core }: Member, names: ReadonlyMap<NodeId, string>): PlanOp {
	const { nodes, incoming } = indexGraph(document);
	const { wires } = sortWires(core.definition, incoming.get(id) ?? []);
	const node = nodes.get(id);
	return {
		name: names.get(id) ?? id,
		node: originals.get(id) ?? id,
		kind: core.kind,
		config: core.parsed,
		inputs: wires.map((wire) => names.get(throughMuted(document, names, wire.source)) ?? ''),
		inputShapes: core.inputs.filter((shape) => shape !== null),
		outputShape: core.output,
		weights: core.weights,
		isFrozen: node !== undefined && hasFlag(document, node, 'frozen'),
	};
}

/** The op behind muted nodes: each hands on its first input. */
function throughMuted(document: GraphDocument, names: ReadonlyMap<NodeId, string>, start: NodeId): NodeId {
	const { incoming } = indexGraph(document);
	let id = start;
	while (!names.has(id)) {
		const [first] = incoming.get(id) ?? [];
		if (!first) throw new Error(`Muted node ${id} was assumed to have an input.`);
		id = first.source;
	}
	return id;
}
