import type { KerasTopology } from '#main/compile/topology.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { Graph, type GraphNode, outputOf, type Value } from './graph/graph.ts';
import { constant, identity, placeholder } from './ops/array.ts';
import { assign, read, restore, save, variable } from './ops/state.ts';
import type { SavedVariable, Saver, Signature } from './proto/savedModel.ts';
import { emitNetwork, type GraphWeight } from './step/network.ts';

/** A network that only answers, with the weights in variables that come from a checkpoint. */
export interface InferenceGraph {
	/** What the signature and the saver need, and nothing else. */
	readonly nodes: readonly GraphNode[];
	/** `images`: float32 `[batch, height, width, channels]` in [0, 1] → `outputs`: the answer of the plan's last op. */
	readonly signature: Signature;
	/** Tensors of the checkpoint have the weights' names in the plan: `conv_1/kernel`. `null` where there are no weights. */
	readonly saver: Saver | null;
}

/** Method of a signature that TensorFlow Serving and others call. */
const PREDICT = 'tensorflow/serving/predict';

/** Writes the forward pass of a plan, with dropout off and stored statistics. Throws `NotCompilable` where something has no ops. */
export function writeInferenceGraph(plan: ModelPlan, topology: KerasTopology): InferenceGraph {
	const graph = new Graph();
	const images = placeholder(graph, 'images', 'float32', [null, ...plan.inputShape]);
	const weights = topology.weights.map(({ name, spec, op }): GraphWeight => {
		const kept = variable(graph, name, spec.shape);
		const value = graph.within(name, () => read(graph, kept));
		return { name, op: op.name, variable: kept, value, isTrained: spec.isTrainable && !op.isFrozen, constraint: spec.constraint ?? null };
	});
	const byName = new Map(weights.map((weight) => [weight.name, weight]));
	const network = emitNetwork({ graph, plan, topology, images, seed: null, weights: byName });
	const outputs = identity(graph, network.outputs, 'outputs');
	const saver = weights.length > 0 ? graph.within('save', () => writeSaver(graph, weights)) : null;
	const ends = [images, outputs, ...(saver ? [saver.saved] : [])].map(({ node }) => node);
	return {
		nodes: neededFor([...ends, ...(saver ? [saver.restore] : [])], graph.nodes),
		signature: { inputs: { images }, outputs: { outputs }, method: PREDICT },
		saver,
	};
}

function writeSaver(graph: Graph, weights: readonly GraphWeight[]): Saver {
	const file = constant(graph, { dtype: 'string', shape: [], values: ['variables/variables'] });
	const saving = save(graph, file, weights);
	const restored = restore(
		graph,
		file,
		weights.map(({ name, variable: { shape } }) => ({ name, shape })),
	);
	const variables = weights.map(({ variable: target, value, isTrained }, place): SavedVariable => {
		const initialValue = outputOf(restored, place);
		return { handle: target.handle, snapshot: value, initializer: assign(graph, target, initialValue), initialValue, isTrained };
	});
	return {
		file,
		saved: graph.value('Identity', {
			inputs: [file],
			attributes: { T: { kind: 'type', value: 'string' } },
			output: file,
			controls: [saving],
		}),
		restore: graph.add('NoOp', { outputs: [], controls: variables.map(({ initializer }) => initializer), name: 'restore_all' }),
		variables,
	};
}

/** The nodes that the given ones need, in the order of the graph. */
function neededFor(ends: readonly GraphNode[], nodes: readonly GraphNode[]): readonly GraphNode[] {
	const needed = new Set<GraphNode>();
	const waiting = [...ends];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (needed.has(node)) continue;
		needed.add(node);
		waiting.push(...node.inputs.map((value: Value) => value.node), ...node.controls);
	}
	return nodes.filter((node) => needed.has(node));
}
