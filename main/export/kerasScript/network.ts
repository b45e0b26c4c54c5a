import { kerasChain } from '#main/compile/compileTopology.ts';
import { buildTopology, type KerasModelLayer, type KerasTopology } from '#main/compile/topology.ts';
import type { KerasLayer } from '#shared/layers/targets.ts';
import { torchStep } from '#shared/layers/torch.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { call, type Expression, input, list } from '#shared/python/expression.ts';
import { toKerasLayers } from '../keras/kerasLayers.ts';
import { type Body, type Item, writeBody } from '../python/body.ts';
import { customLayers } from './customLayers.ts';
import { layerCall } from './layerCall.ts';

export interface ScriptNetwork {
	readonly body: Body;
	/** `layers.Input((28, 28, 1), name="input")` */
	readonly input: Expression;
	/** Classes that Keras lacks, as Python. */
	readonly classes: readonly string[];
	readonly topology: KerasTopology;
}

/** The first op that a script cannot say exactly. */
export function findUnwritable(plan: ModelPlan): PlanOp | null {
	return plan.ops.find((op) => toScriptLayers(op) === null) ?? null;
}

/** An op in Keras's own layers and in those that the script brings along. */
function toScriptLayers(op: PlanOp): readonly KerasLayer[] | null {
	const links = kerasChain(op).map((layer) => {
		if (layer.className === 'UpSampling2D' && layer.config.interpolation === 'bilinear') {
			return [{ className: 'CornerUpSampling2D', config: { size: layer.config.size }, weights: [] }];
		}
		return layer.className in customLayers ? [layer] : toKerasLayers([layer], op);
	});
	return links.some((link) => link === null) ? null : links.flatMap((link) => link ?? []);
}

export function toScriptNetwork(plan: ModelPlan): ScriptNetwork {
	const topology = buildTopology(plan, (op) => toScriptLayers(op) ?? unwritable(op));
	const ops = new Map(plan.ops.map((op) => [op.name, op]));
	const { layers } = topology.model.config;
	const source = layers.find((layer) => layer.class_name === 'InputLayer');
	if (!source) throw new Error('a network was assumed to have an input layer');
	const answer = topology.layerOf.get(plan.output) ?? plan.output;
	const items = layers.filter((layer) => layer !== source).map((layer) => itemOf(layer, ops.get(layer.name)));
	const used = Object.keys(customLayers).filter((name) => layers.some((layer) => layer.class_name === name));
	return {
		body: writeBody(items, { source: source.name, answer, sourceName: 'inputs', keptSourceName: 'inputs' }),
		input: call('layers.Input', [[...plan.inputShape]], { name: source.name }),
		classes: used.flatMap((name) => customLayers[name] ?? []),
		topology,
	};
}

function unwritable(op: PlanOp): never {
	throw new Error(`op ${op.name} cannot be written for Keras: findUnwritable was not asked`);
}

/** One line per layer: `layers.Add(name="add_1")([x, activation_1])`. */
function itemOf(layer: KerasModelLayer, op: PlanOp | undefined): Item {
	const feeds = (layer.inbound_nodes[0] ?? []).map(([feed]) => feed);
	const values = feeds.map((_, index) => input(index));
	const [first] = values;
	const use = call(layerCall(layer), values.length === 1 && first ? [first] : [list(values)]);
	return {
		key: layer.name,
		title: layer.name,
		inputs: feeds,
		layer: { chain: [torchStep(use)] },
		inputShape: op?.inputShapes[0] ?? [],
		outputShape: op?.outputShape ?? [],
		isFrozen: false,
		state: () => [],
	};
}
