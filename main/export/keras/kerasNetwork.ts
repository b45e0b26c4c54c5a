import { kerasChain } from '#main/compile/compileTopology.ts';
import { buildTopology, type KerasModelLayer, type KerasTopology } from '#main/compile/topology.ts';
import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import type { ExportModel } from '../exporter.ts';
import { type Constant, type KerasLink, toKerasLayers } from './kerasLayers.ts';
import { orderLayers } from './layerOrder.ts';
import { shapeAfter } from './shapeAfter.ts';

/** One weight as Keras stores it, under Keras's name: `moving_mean`. */
export interface StoredWeight {
	readonly name: string;
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** A network in Keras's own layers. */
export interface KerasNetwork {
	readonly model: KerasTopology['model'];
	/** Layers in the order in which Keras keeps them, whatever the order of the file: weights are found by it. */
	readonly layers: readonly KerasModelLayer[];
	/** Weights of a layer, in Keras's order. */
	readonly weightsOf: (layer: string) => readonly StoredWeight[];
	/** Size of a layer's answer, without the batch. */
	readonly shapeOf: (layer: string) => TensorShape;
}

/** The first op that Keras has no layers for. */
export function findUnwritable({ plan }: ExportModel): PlanOp | null {
	return plan.ops.find((op) => toKerasLayers(kerasChain(op), op) === null) ?? null;
}

/** Writes every op in Keras's words; refuse what `findUnwritable` names first. */
export function toKerasNetwork({ plan, weights }: ExportModel): KerasNetwork {
	const chains = new Map(plan.ops.map((op) => [op.name, linksOf(op)]));
	const constants = [...chains].flatMap(([op, links]) =>
		constantsOf(links).map((constant) => ({ ...constant, name: `${op}/${constant.name}` })),
	);
	const ops = plan.ops.map((op) => withConstants(op, constantsOf(chains.get(op.name) ?? [])));
	const topology = buildTopology({ ...plan, ops }, (op) => chains.get(op.name) ?? []);
	const values = new Map([...weights, ...constants].map((weight) => [weight.name, weight]));
	const model = { ...topology.model, config: { ...topology.model.config, layers: topology.model.config.layers.map(fitConfig) } };
	const stored = new Map<string, StoredWeight[]>();
	for (const { name, layer, spec } of topology.weights) {
		const weight = values.get(name);
		if (!weight) throw new Error(`no values for weight ${name}`);
		const weightsOfLayer = stored.get(layer) ?? [];
		weightsOfLayer.push({ name: snakeCase(spec.name), shape: spec.shape, values: weight.values });
		stored.set(layer, weightsOfLayer);
	}
	const shapes = shapesOf(model.config.layers, ops, topology.layerOf);
	return {
		model,
		layers: orderLayers(model.config.layers, model.config.output_layers[0]?.[0] ?? ''),
		weightsOf: (layer) => stored.get(layer) ?? [],
		shapeOf: (layer) => {
			const shape = shapes.get(layer);
			if (!shape) throw new Error(`layer ${layer} is not part of the network`);
			return shape;
		},
	};
}

function linksOf(op: PlanOp): readonly KerasLink[] {
	const links = toKerasLayers(kerasChain(op), op);
	if (links === null) throw new Error(`op ${op.name} has no layers in Keras: findUnwritable was not asked`);
	return links;
}

function constantsOf(links: readonly KerasLink[]): readonly Constant[] {
	return links.flatMap((link) => link.constants ?? []);
}

/** What is fixed stays fixed when the network is trained further. */
function withConstants(op: PlanOp, constants: readonly Constant[]): PlanOp {
	if (constants.length === 0) return op;
	const specs = constants.map(
		({ name, shape }): WeightSpec => ({ name, shape, layout: 'none', initializer: { kind: 'zeros' }, isTrainable: false }),
	);
	return { ...op, isFrozen: true, weights: [...op.weights, ...specs] };
}

/** Keras's SpatialDropout2D alone does not want to hear whether it is trained. */
function fitConfig(layer: KerasModelLayer): KerasModelLayer {
	if (layer.class_name !== 'SpatialDropout2D') return layer;
	const { trainable: _, ...config } = layer.config;
	return { ...layer, config };
}

function shapesOf(layers: readonly KerasModelLayer[], ops: readonly PlanOp[], layerOf: ReadonlyMap<string, string>) {
	const shapes = new Map<string, TensorShape>();
	for (const op of ops) {
		const last = layerOf.get(op.name);
		if (last !== undefined && !shapes.has(last)) shapes.set(last, op.outputShape);
	}
	for (const layer of layers) {
		if (shapes.has(layer.name)) continue;
		const [feed] = layer.inbound_nodes[0]?.[0] ?? [];
		const input = feed === undefined ? undefined : shapes.get(feed);
		if (!input) throw new Error(`layer ${layer.name} stands before what feeds it`);
		shapes.set(layer.name, shapeAfter(layer, input));
	}
	return shapes;
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
