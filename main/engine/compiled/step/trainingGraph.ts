import type { KerasTopology } from '#main/compile/topology.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { isShift } from '../../engine.ts';
import { buildGradients } from '../gradients/gradients.ts';
import { Graph, type GraphNode, type Value } from '../graph/graph.ts';
import { cast, concat, floats, identity, pack, placeholder } from '../ops/array.ts';
import { add, divide } from '../ops/math.ts';
import { assign, read, type Variable, variable } from '../ops/state.ts';
import type { Signature } from '../proto/savedModel.ts';
import { emitConstraint } from './constraint.ts';
import { emitClipping, emitNorms } from './gradientNorms.ts';
import { type BlendInput, emitLoss } from './loss.ts';
import { emitNetwork, type GraphWeight, type NetworkInput } from './network.ts';
import { type OptimizerOps, optimizerOps } from './optimizer.ts';

/** A variable that can be written and read from outside: a weight by its name in the plan, a slot as `conv_1/kernel/mean`. */
export interface StoredVariable {
	readonly name: string;
	readonly shape: readonly number[];
	/** Key of the variable in the signatures that read and write. */
	readonly key: string;
}

/**
 * - `assignWeights`, `assignSlots`, `assignScratch`: each variable by its key → `done`.
 * - `readWeights`, `readSlots`: `go`, since a call must feed something → each variable by its key.
 * - `step`: `pixels` or `images`, `labels`, `rowWeights`, `seed` (seed and step), `rate`, `decay` → `result`: loss and right answers, after every
 *   update. With mixup also `blendLabels`, `blendRowWeights` and `blendShares`, a second answer per row and the share of the first. `stepWithNorms`
 *   gives `norms` as well, the length of the gradient of each weight in `trained`, and `shifts`, the gradients of those in `shifts`.
 * - `predict`: `pixels` or `images` → `outputs`, raw. `activations`: the same → the answer of every op.
 */
export type SignatureName =
	| 'assignWeights'
	| 'assignSlots'
	| 'assignScratch'
	| 'readWeights'
	| 'readSlots'
	| 'step'
	| 'stepWithNorms'
	| 'predict'
	| 'activations';

/** One network, one loss and one optimizer as a graph with several ways to call it. */
export interface TrainingGraph {
	readonly graph: Graph;
	readonly signatures: Readonly<Record<SignatureName, Signature>>;
	readonly weights: readonly StoredVariable[];
	/** Variables of the optimizer, all zeros before the first step. */
	readonly slots: readonly StoredVariable[];
	/** Variables that update ops ask for and whose values do not matter; they must be there. */
	readonly scratch: readonly StoredVariable[];
	/** Ops whose weights learn, one entry per weight, in the order of `norms`. */
	readonly trained: readonly string[];
	/** Ops whose shift learns and how many units each has, in the order of the signature's `shifts`. */
	readonly shifts: readonly ShiftPlace[];
	readonly optimizer: OptimizerOps;
	/** Key in the signature `activations` of each op of the plan. */
	readonly activations: ReadonlyMap<string, string>;
}

interface ShiftPlace {
	readonly op: string;
	readonly units: number;
}

interface Place {
	readonly stored: StoredVariable;
	readonly variable: Variable;
}

interface Feeds {
	readonly pixels: Value;
	readonly images: Value;
	readonly labels: Value;
	readonly rowWeights: Value;
	readonly seed: Value;
	readonly rate: Value;
	readonly decay: Value;
	readonly blend: BlendInput | null;
}

/** Writes forward pass, loss, gradients and optimizer of a plan as one graph. Throws `NotCompilable` where something has no ops. */
export function writeTrainingGraph(plan: ModelPlan, topology: KerasTopology, training: TrainingConfig): TrainingGraph {
	const graph = new Graph();
	const pixels = placeholder(graph, 'pixels', 'uint8', [null, ...plan.inputShape]);
	const feeds: Feeds = {
		pixels,
		// May be fed itself, in place of pixels.
		images: divide(graph, cast(graph, pixels, 'float32'), floats(graph, 255)),
		labels: placeholder(graph, 'labels', 'int32', [null]),
		rowWeights: placeholder(graph, 'rowWeights', 'float32', [null]),
		seed: placeholder(graph, 'seed', 'int32', [2]),
		rate: placeholder(graph, 'rate', 'float32', []),
		decay: placeholder(graph, 'decay', 'float32', []),
		blend: training.augmentation.mixup === undefined ? null : blendFeeds(graph),
	};
	const { images } = feeds;
	const weights = topology.weights.map(({ name, spec, op }): GraphWeight => {
		const kept = variable(graph, `weights/${name}`, spec.shape);
		const isTrained = spec.isTrainable && !op.isFrozen;
		return { name, op: op.name, variable: kept, value: read(graph, kept), isTrained, constraint: spec.constraint ?? null };
	});
	const network: Omit<NetworkInput, 'seed'> = {
		graph,
		plan,
		topology,
		images,
		weights: new Map(weights.map((weight) => [weight.name, weight])),
	};
	const optimizer = optimizerOps(training);
	const step = writeStep(network, training, optimizer, feeds);
	const answering = graph.within('answer', () => emitNetwork({ ...network, seed: null }));
	const answers = [...answering.answers].map(([op, value], index) => ({ op, key: `a${index}`, value: identity(graph, value) }));
	const kept = placed(weights.map(({ name, variable: own }) => [name, own]));
	return {
		graph,
		optimizer,
		weights: kept.map(({ stored }) => stored),
		slots: step.slots.map(({ stored }) => stored),
		scratch: step.scratch.map(({ stored }) => stored),
		trained: step.trained,
		shifts: step.shiftPlaces,
		activations: new Map(answers.map(({ op, key }) => [op, key])),
		signatures: {
			assignWeights: assigning(graph, kept),
			assignSlots: assigning(graph, step.slots),
			assignScratch: assigning(graph, step.scratch),
			readWeights: reading(graph, kept),
			readSlots: reading(graph, step.slots),
			step: { inputs: namedInputs(feeds), outputs: { result: step.result } },
			stepWithNorms: { inputs: namedInputs(feeds), outputs: { result: step.result, norms: step.norms, shifts: step.shifts } },
			predict: {
				inputs: { pixels, images },
				outputs: { outputs: identity(graph, answering.outputs, 'outputs'), penalty: sumOf(graph, answering.penalties) },
			},
			activations: { inputs: { pixels, images }, outputs: Object.fromEntries(answers.map(({ key, value }) => [key, value])) },
		},
	};
}

function blendFeeds(graph: Graph): BlendInput {
	return {
		labels: placeholder(graph, 'blendLabels', 'int32', [null]),
		rowWeights: placeholder(graph, 'blendRowWeights', 'float32', [null]),
		shares: placeholder(graph, 'blendShares', 'float32', [null]),
	};
}

function namedInputs({ blend, ...inputs }: Feeds): Signature['inputs'] {
	return blend === null ? inputs : { ...inputs, blendLabels: blend.labels, blendRowWeights: blend.rowWeights, blendShares: blend.shares };
}

interface Step {
	/** Loss with penalties, and right answers. */
	readonly result: Value;
	readonly norms: Value;
	readonly shifts: Value;
	readonly shiftPlaces: readonly ShiftPlace[];
	readonly trained: readonly string[];
	readonly slots: readonly Place[];
	readonly scratch: readonly Place[];
}

function writeStep(network: Omit<NetworkInput, 'seed'>, training: TrainingConfig, optimizer: OptimizerOps, feeds: Feeds): Step {
	const { graph, plan, weights } = network;
	const { labels, rowWeights, seed, rate, decay, blend } = feeds;
	const { outputs, penalties, updates } = graph.within('train', () => emitNetwork({ ...network, seed }));
	const { loss, correct } = graph.within('loss', () => emitLoss(plan, training, { graph, outputs, labels, rowWeights, blend }));
	const total = sumOf(graph, [loss, ...penalties]);
	const learning = [...weights.values()].filter(({ isTrained }) => isTrained);
	const found = buildGradients(
		graph,
		total,
		learning.map(({ value }) => value),
	);
	const trained = learning.flatMap((weight, place) => {
		const gradient = found[place];
		return gradient ? [{ weight, gradient }] : [];
	});
	const full = trained.map(({ gradient }) => gradient);
	const clipped = training.clipNorm === null ? full : emitClipping(graph, full, training.clipNorm);
	const shifts = trained.filter(({ weight }) => isShift(weight.name) && weight.variable.shape.length === 1);
	const slots: (readonly [string, Variable])[] = [];
	const scratch: (readonly [string, Variable])[] = [];
	const applied = trained.map(({ weight, gradient }, place) => {
		const keep = (list: (readonly [string, Variable])[], slot: string): Variable => {
			const own = variable(graph, `slots/${weight.name}/${slot}`, weight.variable.shape);
			list.push([`${weight.name}/${slot}`, own]);
			return own;
		};
		const own = [
			...optimizer.slotNames.map((slot) => keep(slots, slot)),
			...Array.from({ length: optimizer.scratchCount }, (_, at) => keep(scratch, `scratch${at}`)),
		];
		const { variable: target, value } = weight;
		const updated = optimizer.update({ graph, weight: target, value, slots: own, gradient: clipped[place] ?? gradient, rate, decay });
		return weight.constraint ? emitConstraint(graph, target, weight.constraint, updated) : updated;
	});
	return {
		result: after(graph, pack(graph, [total, correct]), [...updates, ...applied]),
		norms: emitNorms(graph, full),
		// Joining takes two values at least; readers stop before the zeros.
		shifts: concat(graph, [...shifts.map(({ gradient }) => gradient), floats(graph, [0]), floats(graph, [0])], 0),
		shiftPlaces: shifts.map(({ weight }) => ({ op: weight.op, units: weight.variable.shape[0] ?? 0 })),
		trained: trained.map(({ weight }) => weight.op),
		slots: placed(slots),
		scratch: placed(scratch),
	};
}

/** Of scalars; 0 of none. */
function sumOf(graph: Graph, [first, ...others]: readonly Value[]): Value {
	return first ? others.reduce((sum, value) => add(graph, sum, value), first) : floats(graph, 0);
}

function placed(variables: readonly (readonly [name: string, variable: Variable])[]): readonly Place[] {
	return variables.map(([name, own], index) => ({ variable: own, stored: { name, shape: own.shape, key: `v${index}` } }));
}

function assigning(graph: Graph, places: readonly Place[]): Signature {
	return graph.within('assign', () => {
		const inputs: Record<string, Value> = {};
		const assigned = places.map(({ variable: target, stored: { key, shape } }) => {
			const given = placeholder(graph, key, 'float32', shape);
			inputs[key] = given;
			return assign(graph, target, given);
		});
		return { inputs, outputs: { done: after(graph, floats(graph, 1), assigned) } };
	});
}

function reading(graph: Graph, places: readonly Place[]): Signature {
	return graph.within('read', () => {
		const go = placeholder(graph, 'go', 'float32', []);
		const outputs = places.map(({ variable: source, stored }) => [stored.key, read(graph, source)] as const);
		return { inputs: { go }, outputs: { ...Object.fromEntries(outputs), gone: identity(graph, go) } };
	});
}

/** The same value, once everything in `controls` has run. */
function after(graph: Graph, value: Value, controls: readonly GraphNode[]): Value {
	return graph.value('Identity', {
		name: 'after',
		inputs: [value],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: value,
		controls,
	});
}
