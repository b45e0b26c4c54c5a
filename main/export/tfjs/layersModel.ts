import { kerasChain } from '#main/compile/compileTopology.ts';
import { buildTopology, type KerasTopology } from '#main/compile/topology.ts';
import type { ModelPlan, NamedWeight, PlanOp } from '#shared/plan/plan.ts';
import { toStockLayers } from './stockLayers.ts';

/** A network in TensorFlow.js's own layers: `modelTopology` and the weights of a layers model. */
export interface LayersModel {
	readonly topology: Readonly<Record<string, unknown>>;
	readonly specs: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: 'float32' }[];
	/** 32-bit floats in the order of `specs`. */
	readonly bytes: Uint8Array;
}

/** The first op that TensorFlow.js's own layers cannot say; `null` where they say all. */
export function findUnwritable({ ops }: ModelPlan): PlanOp | null {
	return ops.find((op) => toStockLayers(kerasChain(op), op) === null) ?? null;
}

export function layersModelOf(plan: ModelPlan, weights: readonly NamedWeight[]): LayersModel {
	const topology = buildTopology(plan, stockChain);
	const entries = placeWeights(topology, weights);
	return {
		topology: { keras_version: '2.15.0', backend: 'tensorflow', model_config: topology.model },
		specs: entries.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
		bytes: joinValues(entries.map((entry) => entry.values)),
	};
}

function stockChain(op: PlanOp) {
	const chain = toStockLayers(kerasChain(op), op);
	if (chain === null) throw new Error(`op ${op.name} has no stock layers: findObstacle was not asked`);
	return chain;
}

/** The weights in the model's order, under the names that TensorFlow.js gives them: `bn_1/moving_mean`. */
function placeWeights(topology: KerasTopology, weights: readonly NamedWeight[]) {
	const byName = new Map(weights.map((weight) => [weight.name, weight]));
	return topology.weights.map(({ name, layer, spec }) => {
		const weight = byName.get(name);
		if (!weight) throw new Error(`no values for weight ${name}`);
		return { name: `${layer}/${snakeCase(spec.name)}`, shape: spec.shape, values: weight.values };
	});
}

function joinValues(values: readonly Float32Array[]): Uint8Array {
	const bytes = new Uint8Array(values.reduce((sum, { byteLength }) => sum + byteLength, 0));
	let at = 0;
	for (const { buffer, byteOffset, byteLength } of values) {
		bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
		at += byteLength;
	}
	return bytes;
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
