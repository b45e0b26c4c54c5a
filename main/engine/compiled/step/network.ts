import type { KerasModelLayer, KerasTopology } from '#main/compile/topology.ts';
import type { Constraint } from '#shared/layers/defineLayer.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { randomStream } from '#shared/random.ts';
import type { Graph, GraphNode, Value } from '../graph/graph.ts';
import { type LayerContext, NotCompilable } from '../layers/emitter.ts';
import { layerEmitters } from '../layers/layers.ts';
import { ints } from '../ops/array.ts';
import { add } from '../ops/math.ts';
import type { Variable } from '../ops/state.ts';

/** A weight of the plan in the graph, and its value at the start of a call. */
export interface GraphWeight {
	/** As in the plan: `conv_1/kernel`. */
	readonly name: string;
	readonly variable: Variable;
	readonly value: Value;
	/** Name of its op in the plan. */
	readonly op: string;
	readonly isTrained: boolean;
	readonly constraint: Constraint | null;
}

/** What a network is written from. */
export interface NetworkInput {
	readonly graph: Graph;
	readonly plan: ModelPlan;
	readonly topology: KerasTopology;
	readonly images: Value;
	/** Fed seed and step; `null` where nothing random is wanted: dropout is off and stored statistics are used. */
	readonly seed: Value | null;
	readonly weights: ReadonlyMap<string, GraphWeight>;
}

export interface Network {
	readonly outputs: Value;
	/** Numbers to add to the loss. */
	readonly penalties: readonly Value[];
	/** Ops to run at each step besides the optimizer. */
	readonly updates: readonly GraphNode[];
	/** What each op of the plan answers. */
	readonly answers: ReadonlyMap<string, Value>;
}

/** Writes every layer of a topology as ops; throws `NotCompilable` where one has none, and where a size is not the plan's. */
export function emitNetwork(input: NetworkInput): Network {
	const { graph, plan, topology } = input;
	const { layers, output_layers } = topology.model.config;
	const values = new Map<string, Value>();
	const penalties: Value[] = [];
	const updates: GraphNode[] = [];
	for (const layer of layers) {
		const fed = (layer.inbound_nodes[0] ?? []).map(([name]) => answerOfLayer(values, name));
		const made = graph.within(layer.name, () => emitNamed(input, layer, fed, penalties, updates));
		values.set(layer.name, made);
	}
	const answers = new Map(plan.ops.map(({ name }) => [name, answerOfLayer(values, topology.layerOf.get(name) ?? name)]));
	assertSizes(plan, answers);
	return { outputs: answerOfLayer(values, output_layers[0]?.[0] ?? ''), penalties, updates, answers };
}

/** `emitLayer`, where a refusal says which layer it is about. */
function emitNamed(...given: Parameters<typeof emitLayer>): Value {
	try {
		return emitLayer(...given);
	} catch (error) {
		if (error instanceof NotCompilable && error.layer === null) throw new NotCompilable(error.message, given[1].name);
		throw error;
	}
}

function emitLayer(input: NetworkInput, layer: KerasModelLayer, fed: readonly Value[], penalties: Value[], updates: GraphNode[]): Value {
	const { graph, images, seed, weights, topology } = input;
	if (layer.class_name === 'InputLayer') return images;
	const emitter = layerEmitters.get(layer.class_name);
	if (!emitter) throw new NotCompilable(`layer class ${layer.class_name}`);
	const find = (name: string): GraphWeight | undefined => {
		const placed = topology.weights.find((weight) => weight.layer === layer.name && weight.spec.name === name);
		return placed && weights.get(placed.name);
	};
	const context: LayerContext = {
		graph,
		layer: layer.name,
		isTraining: seed !== null,
		isFrozen: layer.config.trainable === false,
		randomSeed: () => {
			if (!seed) throw new Error(`layer ${layer.name} asks for random numbers without a seed`);
			const { nextUint32 } = randomStream(0, `mask/${layer.name}`);
			return add(graph, seed, ints(graph, [nextUint32() | 0, nextUint32() | 0]));
		},
		weight: (name) => find(name)?.value ?? null,
		kernel: () => {
			const placed = topology.weights.find((weight) => weight.layer === layer.name && weight.index === 0);
			const found = placed && weights.get(placed.name);
			if (!found) throw new Error(`layer ${layer.name} has no weights`);
			return found.value;
		},
		variable: (name) => {
			const found = find(name);
			if (!found) throw new Error(`layer ${layer.name} has no weight ${name}`);
			return found.variable;
		},
		update: (node) => void updates.push(node),
		penalty: (value) => void penalties.push(value),
	};
	return emitter.emit(layer.config, fed, context);
}

function answerOfLayer(values: ReadonlyMap<string, Value>, layer: string): Value {
	const value = values.get(layer);
	if (!value) throw new Error(`layer ${layer} is used before it is made`);
	return value;
}

/** The graph's sizes are checked against the plan's. */
function assertSizes(plan: ModelPlan, answers: ReadonlyMap<string, Value>): void {
	for (const { name, outputShape } of plan.ops) {
		const built = answers.get(name)?.shape.slice(1) ?? [];
		if (built.length === outputShape.length && built.every((size, axis) => size === outputShape[axis])) continue;
		throw new Error(`layer ${name} is built as ${built.join('×')} and planned as ${outputShape.join('×')}`);
	}
}
