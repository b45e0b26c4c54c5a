import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import { channelsLast, type TorchHelper, type TorchLayer, type TorchLink, torchModule, torchStep } from '#shared/layers/torch.ts';
import { nameOf } from '#shared/plan/nodeName.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { type Expression, fill, input } from '#shared/python/expression.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { type Body, type Item, type StateEntry, sequenceOf, writeBody } from '../python/body.ts';
import { className } from '../python/names.ts';
import { meetsInput, orderVectors } from '../vectorOrder.ts';
import { findRepeats, type Repeat } from './repeats.ts';

/** A class that stands for a repeated group. */
export interface Block {
	readonly name: string;
	readonly title: string;
	readonly body: Body;
}

/** A network as a PyTorch program. */
export interface TorchNetwork {
	readonly className: string;
	readonly body: Body;
	readonly blocks: readonly Block[];
	readonly helpers: readonly TorchHelper[];
	/** What makes probabilities of the answer, around `x`; null where the answer is what it is. */
	readonly finish: Expression | null;
}

/** The first op that PyTorch has no exact words for. */
export function findUnwritable(plan: ModelPlan): PlanOp | null {
	return plan.ops.find((op) => torchLayer(op) === null) ?? null;
}

function torchLayer(op: PlanOp): TorchLayer | null {
	const definition = layerDefinition(op.kind);
	if (!definition) throw new Error(`op ${op.name} is of kind ${op.kind}, which the catalogue does not have`);
	return definition.targets.pytorch(op.config, { inputs: op.inputShapes, output: op.outputShape });
}

/** Writes a plan for PyTorch; refuse what `findUnwritable` names first. */
export function toTorchNetwork(plan: ModelPlan): TorchNetwork {
	const layers = new Map(plan.ops.map((op) => [op.name, torchLayer(op) ?? unwritable(op)]));
	const layerOf = (op: PlanOp) => layers.get(op.name) ?? unwritable(op);
	const orders = orderVectors(plan, (op) => layerOf(op).vectorOrder);
	const finish = takeFinish(plan, layers);
	const itemOf = (op: PlanOp, title: string): Item => ({
		key: op.name,
		title,
		inputs: op.inputs,
		layer: orders.channelsLast.has(op.name) ? turnedFirst(layerOf(op)) : layerOf(op),
		inputShape: op.inputShapes[0] ?? null,
		outputShape: op.outputShape,
		isFrozen: op.isFrozen,
		state: (link, name) =>
			stateOf(op, link, name, (spec) => (meetsInput(spec, layerOf(op).vectorOrder) ? (orders.flattened.get(op.name) ?? null) : null)),
	});
	const taken = new Set([...layers.values()].flatMap((layer) => (layer.helpers ?? []).map((helper) => helper.name)));
	const written = findRepeats(plan).flatMap((repeat) => writeRepeat(plan, repeat, itemOf, taken) ?? []);
	const inBlocks = new Set(written.flatMap(({ repeat }) => repeat.copies.flat().map((op) => op.name)));
	const chains = new Map(written.map((chain) => [chain.item.key, chain.item]));
	const items = plan.ops.flatMap((op) => chains.get(op.name) ?? (inBlocks.has(op.name) ? [] : [itemOf(op, op.name)]));
	const body = writeBody(items, { source: plan.input, answer: plan.output, sourceName: 'x', keptSourceName: 'images' });
	const blocks = written.map(({ block }) => block);
	const helpers = new Map(
		[...blocks.map((block) => block.body), body].flatMap((part) => part.helpers).map((helper) => [helper.name, helper]),
	);
	return { className: className(plan.name, taken), body, blocks, helpers: [...helpers.values()], finish };
}

function unwritable(op: PlanOp): never {
	throw new Error(`op ${op.name} cannot be written for PyTorch: findUnwritable was not asked`);
}

/** The activation at the very end is taken off: losses are computed from what stands before it. */
function takeFinish(plan: ModelPlan, layers: Map<string, TorchLayer>): Expression | null {
	const layer = layers.get(plan.output);
	const last = layer?.chain.at(-1);
	if (!layer || last?.kind !== 'step' || last.activation !== plan.finalActivation) return null;
	layers.set(plan.output, { ...layer, chain: layer.chain.slice(0, -1) });
	return last.write;
}

/** A layer that meets its map with the channels last. */
function turnedFirst(layer: TorchLayer): TorchLayer {
	const [first, ...rest] = layer.chain;
	if (first?.kind !== 'step') throw new Error('a layer that flattens was assumed to do so in its first line');
	return { ...layer, chain: [torchStep(fill(first.write, [channelsLast(input())])), ...rest] };
}

function stateOf(
	op: PlanOp,
	{ weights }: Extract<TorchLink, { kind: 'module' }>,
	name: string,
	flattenedFor: (spec: WeightSpec) => MapShape | null,
): readonly StateEntry[] {
	return weights.map((weight) => {
		const { from } = weight;
		// The same value everywhere, so that no order matters.
		if (typeof from !== 'string') return { name: `${name}.${weight.name}`, from, flattened: null };
		const spec = op.weights.find((candidate) => candidate.name === from);
		if (!spec) throw new Error(`op ${op.name} has no weight ${from}, which its module holds`);
		return { name: `${name}.${weight.name}`, from: { weight: `${op.name}/${from}`, op, spec }, flattened: flattenedFor(spec) };
	});
}

/** A group as a class and a chain of its copies; null where the copies are not alike. */
function writeRepeat(plan: ModelPlan, repeat: Repeat, itemOf: (op: PlanOp, title: string) => Item, taken: Set<string>) {
	const bodies = repeat.copies.map((ops, copy) => {
		const { entry = '', exit = '' } = repeat.ports[copy] ?? {};
		return writeBody(
			ops.map((op) => itemOf(op, nameOf(plan, op))),
			{ source: entry, answer: exit, sourceName: 'x', keptSourceName: 'inputs' },
		);
	});
	const [first, ...others] = bodies;
	if (!first || others.some((body) => codeOf(body) !== codeOf(first))) return null;
	const last = repeat.copies.at(-1)?.find((op) => op.name === repeat.ports.at(-1)?.exit);
	const begin = repeat.copies[0]?.find((op) => op.inputs.includes(repeat.ports[0]?.entry ?? ''));
	if (!last || !begin) return null;
	const name = className(`${repeat.group.name} block`, taken);
	taken.add(name);
	const block: Block = { name, title: repeat.group.name, body: first };
	const item: Item = {
		key: last.name,
		title: repeat.group.name,
		inputs: [repeat.ports[0]?.entry ?? ''],
		layer: { chain: [torchModule(sequenceOf(block.name, bodies.length))] },
		inputShape: begin.inputShapes[0] ?? null,
		outputShape: last.outputShape,
		isFrozen: false,
		state: (_link, attribute) =>
			bodies.flatMap((body, copy) => body.state.map((entry) => ({ ...entry, name: `${attribute}.${copy}.${entry.name}` }))),
	};
	return { repeat, block, item };
}

/** What tells two copies apart: their lines, not the weights that they hold. */
function codeOf({ attributes, statements, answer, parameter }: Body): string {
	return JSON.stringify({ attributes, statements, answer, parameter });
}
