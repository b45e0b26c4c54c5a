import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import type { KerasLayer } from '#shared/layers/targets.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';

/** A functional model in Keras 2's JSON form, as TensorFlow.js and Keras read it. */
export interface KerasModel {
	readonly class_name: 'Functional';
	readonly config: {
		readonly name: string;
		readonly layers: readonly KerasModelLayer[];
		readonly input_layers: readonly LayerReference[];
		readonly output_layers: readonly LayerReference[];
	};
}

export interface KerasModelLayer {
	readonly class_name: string;
	readonly name: string;
	readonly config: Readonly<Record<string, unknown>>;
	/** One call of the layer: the layers that feed it. */
	readonly inbound_nodes: readonly (readonly InboundLayer[])[];
}

/** Layer, number of its call, number of the call's output. */
export type LayerReference = readonly [layer: string, call: 0, output: 0];
export type InboundLayer = readonly [layer: string, call: 0, output: 0, settings: Readonly<Record<string, never>>];

/** Where a weight of the plan lives in the Keras model: `conv_1/kernel` is the first weight of layer `conv_1`. */
export interface PlacedWeight {
	readonly name: string;
	readonly layer: string;
	/** Place among the layer's weights, in Keras's order. */
	readonly index: number;
	readonly spec: WeightSpec;
	readonly op: PlanOp;
}

export interface KerasTopology {
	readonly model: KerasModel;
	/** Layer by layer, in Keras's order. */
	readonly weights: readonly PlacedWeight[];
	/** Layer that holds an op's answer. */
	readonly layerOf: ReadonlyMap<string, string>;
}

export interface TopologyOptions {
	/** The answer without its final activation, for losses that are computed from logits. */
	readonly answersLogits?: boolean;
	/** Weights are written after building, so nothing random is drawn for them. */
	readonly startsFromZeros?: boolean;
}

/** How an op is written for Keras: its chain of layers, empty when it passes its input on. */
export type ChainOf = (op: PlanOp) => readonly KerasLayer[];

/**
 * The plan as a Keras model: one layer per op and link of its chain, named after the op, in the plan's order.
 * The last layer of a chain has the op's own name; earlier ones add their place: `conv_1_pre_1`.
 */
export function buildTopology(plan: ModelPlan, chainOf: ChainOf, options: TopologyOptions = {}): KerasTopology {
	const layers: KerasModelLayer[] = [];
	const weights: PlacedWeight[] = [];
	const layerOf = new Map<string, string>();
	const chains = new Map(plan.ops.map((op) => [op.name, chainOf(op)]));
	const answer = options.answersLogits ? findFinalActivation(plan, chains) : null;
	for (const op of plan.ops) {
		const chain = (chains.get(op.name) ?? []).filter((link) => link !== answer || !isOnlyActivation(link, plan.finalActivation));
		let feeds = op.inputs.map((name) => answerOf(layerOf, name));
		const isSource = op.inputs.length === 0;
		if (isSource && chain[0]?.className !== 'InputLayer') {
			const name = chain.length === 0 ? op.name : `${op.name}_pre_0`;
			layers.push(inputLayer(name, op));
			feeds = [name];
		}
		for (const [place, link] of chain.entries()) {
			const isLast = place === chain.length - 1;
			const name = isLast ? op.name : `${op.name}_pre_${place + 1}`;
			const config = link === answer ? { ...link.config, activation: 'linear' } : link.config;
			layers.push({
				class_name: link.className,
				name,
				config: {
					...(link.className === 'InputLayer' ? { batch_input_shape: [null, ...op.outputShape], dtype: 'float32' } : {}),
					...(options.startsFromZeros && link.weights.length > 0 ? withZeroInitializers(config) : config),
					name,
					...(link.className === 'InputLayer' ? {} : { trainable: !op.isFrozen, dtype: 'float32' }),
				},
				inbound_nodes: link.className === 'InputLayer' ? [] : [feeds.map((feed): InboundLayer => [feed, 0, 0, {}])],
			});
			for (const [index, weight] of link.weights.entries()) {
				weights.push({ name: `${op.name}/${weight}`, layer: name, index, spec: specOf(op, weight), op });
			}
			feeds = [name];
		}
		const [last] = feeds;
		if (last === undefined || feeds.length !== 1) throw new Error(`op ${op.name} passes on ${feeds.length} inputs, expected 1`);
		layerOf.set(op.name, last);
	}
	return {
		model: {
			class_name: 'Functional',
			config: {
				name: plan.name,
				layers,
				input_layers: [[answerOf(layerOf, plan.input), 0, 0]],
				output_layers: [[answerOf(layerOf, plan.output), 0, 0]],
			},
		},
		weights,
		layerOf,
	};
}

function inputLayer(name: string, op: PlanOp): KerasModelLayer {
	return {
		class_name: 'InputLayer',
		name,
		config: { batch_input_shape: [null, ...op.outputShape], dtype: 'float32', sparse: false, name },
		inbound_nodes: [],
	};
}

function answerOf(layerOf: ReadonlyMap<string, string>, op: string): string {
	const layer = layerOf.get(op);
	if (layer === undefined) throw new Error(`op ${op} is used before it is made: the plan is not in topological order`);
	return layer;
}

function specOf(op: PlanOp, weight: string): WeightSpec {
	const spec = op.weights.find((candidate) => candidate.name === weight);
	if (!spec) throw new Error(`op ${op.name} has no weight ${weight}, which its Keras layer stores`);
	return spec;
}

/**
 * The layer that applies the plan's final activation: the last one on the way back from the answer. `null` when there is none
 * to take off, as in a linear answer.
 */
function findFinalActivation(plan: ModelPlan, chains: ReadonlyMap<string, readonly KerasLayer[]>): KerasLayer | null {
	if (plan.finalActivation === 'linear') return null;
	const ops = new Map(plan.ops.map((op) => [op.name, op]));
	let op = ops.get(plan.output);
	while (op) {
		const last = chains.get(op.name)?.at(-1);
		if (last) return last.config.activation === plan.finalActivation || isOnlyActivation(last, plan.finalActivation) ? last : null;
		op = op.inputs.length === 1 ? ops.get(op.inputs[0] ?? '') : undefined;
	}
	return null;
}

/** A layer that does nothing besides: Activation('softmax'), Softmax. */
function isOnlyActivation(layer: KerasLayer, activation: string): boolean {
	if (layer.weights.length > 0) return false;
	return (layer.className === 'Activation' && layer.config.activation === activation) || layer.className.toLowerCase() === activation;
}

function withZeroInitializers(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const zeros = { class_name: 'Zeros', config: {} };
	// Drawn at random by default, so these need naming even where a layer leaves them out. A separable convolution has two, and
	// refuses to hear of a third.
	const isSeparable = 'pointwise_initializer' in config;
	const drawn = isSeparable ? [] : ['kernel_initializer', 'depthwise_initializer'];
	const named = Object.keys(config).filter((key) => key.endsWith('_initializer'));
	return { ...config, ...Object.fromEntries([...named, ...drawn].map((key) => [key, zeros])) };
}
