import type { DatasetDescription } from '../datasets/dataset.ts';
import type { DocumentSettings, GraphEdge, NodeConfig } from '../graph/document.ts';
import { fieldWord } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerProblem, WeightSpec } from '../layers/defineLayer.ts';
import { type ConfigOf, type Fields, parseConfig } from '../layers/fields.ts';
import { ok } from '../result.ts';
import { countValues, isSameShape, type MaybeShape, type TensorShape } from '../tensor/shape.ts';
import { message } from '../text/message.ts';
import type { ReceptiveField } from './inference.ts';
import { inputField, lookThrough, mergeFields } from './receptiveField.ts';

/** Settings of a kind, parsed; what `inferShape` and its sisters take. */
export type ParsedConfig = ConfigOf<Fields>;

/**
 * `known`: has an output size. `failed`: its own settings or inputs stop it. `unfed`: an input has no wire.
 * `waiting`: an input has no size yet.
 */
export type CoreState = 'known' | 'failed' | 'unfed' | 'waiting';

/** A port that lacks wires: `needs` of them at the least, has `has`. */
export interface MissingInput {
	readonly port: string;
	readonly has: number;
	readonly needs: number;
}

/** All that a node's sizes and costs depend on. Two equal sets give equal answers, so an old one can be kept. */
export interface CoreRequest {
	readonly kind: string;
	readonly definition: LayerDefinition | undefined;
	readonly config: NodeConfig;
	readonly isMuted: boolean;
	readonly isFrozen: boolean;
	readonly isOnCycle: boolean;
	readonly missing: readonly MissingInput[];
	readonly hasSpareWires: boolean;
	readonly inputs: readonly MaybeShape[];
	readonly fields: readonly (ReceptiveField | null)[];
	/** The network's input size, which layers without place see whole. */
	readonly extent: TensorShape | null;
	readonly settings: DocumentSettings;
	readonly dataset: DatasetDescription | null;
	/** Of a kind that is not known: what is noted of it. */
	readonly note?: string | undefined;
}

/** Sizes and costs of one node, and what its layer has to say; nothing of the graph around it. */
export interface NodeCore extends CoreRequest {
	readonly state: CoreState;
	/** `null` while the settings do not fit the kind's fields, or the kind is not known. */
	readonly parsed: ParsedConfig | null;
	readonly output: MaybeShape;
	readonly weights: readonly WeightSpec[];
	readonly weightCount: number;
	readonly trainableWeightCount: number;
	readonly multiplyAdds: number;
	readonly activationBytes: number;
	readonly receptiveField: ReceptiveField | null;
	readonly problems: readonly LayerProblem[];
}

const BYTES_PER_VALUE = 4;
/** A node's wires in input order: port by port as the kind lists them, within a port as in the document. */
export interface InputWires {
	readonly wires: readonly GraphEdge[];
	readonly missing: readonly MissingInput[];
	/** Wires at ports that do not exist or that take one wire only; they carry nothing. */
	readonly spare: readonly GraphEdge[];
}

const noMissing: readonly MissingInput[] = [];
const noEdges: readonly GraphEdge[] = [];

export function sortWires(definition: LayerDefinition | undefined, edges: readonly GraphEdge[]): InputWires {
	if (!definition) return { wires: edges, missing: noMissing, spare: noEdges };
	const [first] = definition.inputs;
	if (definition.inputs.length === 1 && first && !first.many && edges.length === 1 && edges[0]?.targetPort === first.name) {
		return { wires: edges, missing: noMissing, spare: noEdges };
	}
	const wires: GraphEdge[] = [];
	const missing: MissingInput[] = [];
	for (const port of definition.inputs) {
		const here = edges.filter((edge) => edge.targetPort === port.name);
		const needs = port.many ? (port.min ?? 1) : 1;
		if (here.length < needs) missing.push({ port: port.name, has: here.length, needs });
		wires.push(...(port.many ? here : here.slice(0, 1)));
	}
	return { wires, missing, spare: edges.filter((edge) => !wires.includes(edge)) };
}

/** True when an answer to `before` also answers `now`. */
export function isSameRequest(before: CoreRequest, now: CoreRequest): boolean {
	return (
		before.config === now.config &&
		before.kind === now.kind &&
		before.definition === now.definition &&
		before.settings === now.settings &&
		before.dataset === now.dataset &&
		before.note === now.note &&
		before.isMuted === now.isMuted &&
		before.isFrozen === now.isFrozen &&
		before.isOnCycle === now.isOnCycle &&
		before.hasSpareWires === now.hasSpareWires &&
		isSameShape(before.extent, now.extent) &&
		before.missing.length === now.missing.length &&
		before.missing.every((gap, index) => gap.port === now.missing[index]?.port && gap.has === now.missing[index]?.has) &&
		before.inputs.length === now.inputs.length &&
		before.inputs.every((shape, index) => isSameShape(shape, now.inputs[index] ?? null)) &&
		before.fields.every((field, index) => isSameField(field, now.fields[index] ?? null))
	);
}

/** The same pixels seen in the same steps. */
export function isSameField(a: ReceptiveField | null, b: ReceptiveField | null): boolean {
	if (a === b) return true;
	if (a === null || b === null) return false;
	return (['height', 'width'] as const).every(
		(axis) =>
			a[axis].size === b[axis].size && a[axis].jump === b[axis].jump && a[axis].start === b[axis].start && a[axis].whole === b[axis].whole,
	);
}

/**
 * Infers one node from its settings and input sizes: 28 × 28 × 1 through a 5 × 5 convolution with 6 filters → 24 × 24 × 6.
 * `known` is an answer about the same node, whose settings need not be read again where they are the same.
 */
export function inferNode(request: CoreRequest, known?: NodeCore): NodeCore {
	const { definition } = request;
	if (!definition) {
		const values = { kind: request.kind, isNoted: request.note ? 'yes' : 'no', note: request.note ?? '' };
		return without(request, 'failed', null, [{ code: 'unknownKind', severity: 'error', values }]);
	}
	if (request.isMuted) return passOn(request);
	const parsed = readConfig(definition, request.config, known);
	const problems: readonly LayerProblem[] = parsed.ok
		? []
		: parsed.problem.map(({ field, message: reason }) => badConfig(definition, field, reason));
	const config = parsed.ok ? parsed.value : null;
	if (request.isOnCycle) return without(request, 'failed', config, problems);
	if (config === null) return without(request, 'failed', null, problems);
	if (request.missing.length > 0) return without(request, 'unfed', config, problems);
	const inputs = knownShapes(request.inputs);
	if (inputs === null) return without(request, 'waiting', config, problems);
	const inferred = definition.inferShape(config, inputs, { settings: request.settings, dataset: request.dataset });
	if (!inferred.ok) return without(request, 'failed', config, inferred.problem);
	const { output, remarks } = inferred.value;
	return withCosts(request, definition, config, inputs, output, remarks);
}

function readConfig(definition: LayerDefinition, config: NodeConfig, known: NodeCore | undefined): ReturnType<typeof parseConfig> {
	const isKnown = known?.parsed && known.config === config && known.definition === definition;
	return isKnown ? ok(known.parsed) : parseConfig(definition, config);
}

function withCosts(
	request: CoreRequest,
	definition: LayerDefinition,
	config: ParsedConfig,
	inputs: readonly TensorShape[],
	output: TensorShape,
	problems: readonly LayerProblem[],
): NodeCore {
	const weights = definition.weights(config, inputs, output);
	const weightCount = weights.reduce((sum, weight) => sum + countValues(weight.shape), 0);
	const learning = weights.reduce((sum, weight) => (weight.isTrainable ? sum + countValues(weight.shape) : sum), 0);
	const field =
		definition.endpoint === 'source'
			? inputField(output)
			: lookThrough(mergeFields(request.fields), definition.sight(config, inputs), request.extent);
	return toCore(request, {
		state: 'known',
		parsed: config,
		output,
		weights,
		weightCount,
		trainableWeightCount: request.isFrozen ? 0 : learning,
		multiplyAdds: definition.multiplyAdds(config, inputs, output),
		activationBytes: countValues(output) * BYTES_PER_VALUE,
		receptiveField: field,
		problems,
	});
}

/** Written out member by member: a pass over a thousand nodes spends a third of its time in spreads otherwise. */
function toCore(request: CoreRequest, answer: Omit<NodeCore, keyof CoreRequest>): NodeCore {
	return {
		kind: request.kind,
		definition: request.definition,
		config: request.config,
		note: request.note,
		isMuted: request.isMuted,
		isFrozen: request.isFrozen,
		isOnCycle: request.isOnCycle,
		missing: request.missing,
		hasSpareWires: request.hasSpareWires,
		inputs: request.inputs,
		fields: request.fields,
		extent: request.extent,
		settings: request.settings,
		dataset: request.dataset,
		state: answer.state,
		parsed: answer.parsed,
		output: answer.output,
		weights: answer.weights,
		weightCount: answer.weightCount,
		trainableWeightCount: answer.trainableWeightCount,
		multiplyAdds: answer.multiplyAdds,
		activationBytes: answer.activationBytes,
		receptiveField: answer.receptiveField,
		problems: answer.problems,
	};
}

/** A muted node hands on its first input and costs nothing. */
function passOn(request: CoreRequest): NodeCore {
	const [input] = request.inputs;
	if (request.isOnCycle) return without(request, 'failed', null, []);
	if (input === undefined) return without(request, 'unfed', null, []);
	if (input === null) return without(request, 'waiting', null, []);
	return { ...without(request, 'known', null, []), output: input, receptiveField: request.fields[0] ?? null };
}

function without(request: CoreRequest, state: CoreState, parsed: ParsedConfig | null, problems: readonly LayerProblem[]): NodeCore {
	return toCore(request, {
		state,
		parsed,
		output: null,
		weights: [],
		weightCount: 0,
		trainableWeightCount: 0,
		multiplyAdds: 0,
		activationBytes: 0,
		receptiveField: null,
		problems,
	});
}

function knownShapes(inputs: readonly MaybeShape[]): readonly TensorShape[] | null {
	const known = inputs.filter((shape) => shape !== null);
	return known.length === inputs.length ? known : null;
}

function badConfig(definition: LayerDefinition, field: string, reason: LayerProblem['received']): LayerProblem {
	const initial = definition.fields[field]?.initial as NodeConfig[string] | undefined;
	const label = fieldWord(definition, field, 'label');
	return {
		code: 'badConfig',
		severity: 'error',
		field,
		values: { field: label, reason: reason ?? '' },
		fixes: [
			{
				kind: 'setConfig',
				id: 'resetField',
				label: message('fix.resetField.label', { field: label }),
				detail: null,
				config: { [field]: initial ?? null },
			},
		],
	};
}

/** What the node would infer with other settings or inputs; asked by repairs before they are offered. */
export function reinfer(core: NodeCore, changes: Partial<CoreRequest>): NodeCore {
	return inferNode({ ...core, ...changes }, core);
}
