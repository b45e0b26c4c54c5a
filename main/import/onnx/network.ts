import type { NodeConfig } from '#shared/graph/document.ts';
import { MAX_SIZE } from '#shared/layers/fields.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import type { ImportedNetwork } from '../importer.ts';
import { identity, MAP_AXES, NetworkBuilder, type Tensor, Unsupported } from './builder.ts';
import { Call, type Uses, type Value } from './call.ts';
import { fold } from './fold.ts';
import type { OnnxModel, OnnxNode, ValueSize } from './model.ts';
import { ruleFor, splitRuleFor } from './operators.ts';
import { joinPatterns } from './patterns.ts';
import type { Constant } from './tensor.ts';

/** Puts an ONNX graph in our words, operator by operator. */
export function toNetwork(file: OnnxModel): ImportedNetwork {
	const [input, output] = [file.inputs[0], file.outputs[0]];
	if (!input || !output || file.inputs.length !== 1 || file.outputs.length !== 1) {
		throw new Problem(message('importing.problem.severalEnds', { inputs: file.inputs.length, outputs: file.outputs.length }));
	}
	const model = joinPatterns(file);
	const uses = usesOf(model);
	const build = new NetworkBuilder();
	const values = new Map<string, Value>(model.constants);
	values.set(input.name, addInput(build, input, uses));
	for (const node of model.nodes) {
		const inputs = node.inputs.map((name) => (name === '' ? undefined : known(values, name, node)));
		const parts = splitUp(node, model, build, inputs, uses);
		for (const [place, part] of (parts ?? []).entries()) values.set(node.outputs[place] ?? '', part);
		if (parts) continue;
		const made = carryOut(node, model, build, inputs, uses);
		const [first, ...others] = node.outputs;
		if (first !== undefined) values.set(first, made);
		// Masks and statistics of the batch, which nothing but training asks for.
		for (const other of others) if (other !== '') values.set(other, made);
	}
	const answer = values.get(output.name);
	if (!answer || !('layer' in answer)) throw new Problem(message('importing.problem.noLayers'));
	const isLast = uses.isChannelsLast(
		input.name,
		(input.shape ?? []).slice(1).map((dim) => dim ?? 0),
	);
	// Turning it may add a layer.
	const { layer } = isLast ? build.inFileOrder(answer) : inTheirOrder(build, answer);
	return { name: model.name, layers: build.layers(), answer: layer, notes: build.notes };
}

function known(values: ReadonlyMap<string, Value>, name: string, node: OnnxNode): Value {
	const value = values.get(name);
	if (!value) throw new Problem(message('importing.problem.loop', { layer: node.name || node.operator }));
	return value;
}

function carryOut(node: OnnxNode, model: OnnxModel, build: NetworkBuilder, inputs: readonly (Value | undefined)[], uses: Uses): Value {
	const [first] = inputs;
	if (node.operator === 'Shape' && first) return shapeOf(first);
	const isNumber = inputs.every((value) => !value || !('layer' in value));
	const folded = isNumber ? fold(node, inputs as readonly (Constant | undefined)[], model.opset) : undefined;
	if (folded) return folded;
	const name = nameOf(node, model);
	const rule = ruleFor(node.operator);
	const feeds = inputs.filter((value): value is Tensor => value !== undefined && 'layer' in value);
	try {
		if (rule) return rule(new Call(node, name, model.opset, model.inputs[0]?.shape?.[0] ?? null, build, inputs, uses));
	} catch (error) {
		if (!(error instanceof Unsupported)) throw error;
	}
	const reason = rule ? 'importing.placeholder.onnxSettings' : 'importing.placeholder.onnx';
	return build.addPlaceholder(name, node.operator, feeds, message(reason, { operator: node.operator }));
}

/** What an operator with several answers gives; `null` where it is none, or has no counterpart. */
function splitUp(
	node: OnnxNode,
	model: OnnxModel,
	build: NetworkBuilder,
	inputs: readonly (Value | undefined)[],
	uses: Uses,
): readonly Tensor[] | null {
	const rule = splitRuleFor(node.operator);
	try {
		return rule ? rule(new Call(node, nameOf(node, model), model.opset, model.inputs[0]?.shape?.[0] ?? null, build, inputs, uses)) : null;
	} catch (error) {
		if (error instanceof Unsupported) return null;
		throw error;
	}
}

/** The batch is not known here: −1. */
function shapeOf(value: Value): Constant {
	if (!('layer' in value)) return { shape: [value.shape.length], values: value.shape };
	const dims = value.axes.map((axis) => (axis === null ? 1 : (value.shape?.[axis] ?? -1)));
	return { shape: [dims.length + 1], values: [-1, ...dims] };
}

/** An answer that is a map stands channels last, as everything here; a row stands as the file has it. */
function inTheirOrder(build: NetworkBuilder, answer: Tensor): Tensor {
	if (answer.shape === null || answer.shape.length === 1) return answer;
	return answer.axes.length === 3 && answer.shape.length === 3 ? build.toMap(answer) : build.inFileOrder(answer);
}

function addInput(build: NetworkBuilder, { name, shape }: ValueSize, uses: GraphUses): Tensor {
	const [, ...dims] = shape ?? [];
	const isKnown = dims.every((dim): dim is number => dim !== null && dim >= 1 && dim <= MAX_SIZE);
	const config = isKnown ? inputConfig(dims, uses.isChannelsLast(name, dims)) : null;
	if (!config) throw new Problem(message('importing.problem.inputSize', { layer: name, shape: JSON.stringify(shape) }));
	const made = build.add(name, 'input', [], { config });
	const isMap = dims.length === 3;
	const isLast = isMap && uses.isChannelsLast(name, dims as number[]);
	if (isMap && !isLast) build.notes.push(message('importing.note.channelsLast', { layer: name }));
	return { ...made, axes: isMap ? (isLast ? [0, 1, 2] : MAP_AXES) : identity(dims.length) };
}

function inputConfig(dims: readonly number[], isChannelsLast: boolean): NodeConfig | null {
	if (dims.length === 1) return { form: 'vector', length: dims[0] ?? 1 };
	if (dims.length !== 3) return null;
	const [a = 1, b = 1, c = 1] = dims;
	return isChannelsLast ? { form: 'image', height: a, width: b, channels: c } : { form: 'image', height: b, width: c, channels: a };
}

/** Names of files: `/features/features.0/Conv`, `model/conv2d/Conv2D`; the weight's own name says it best: `features.0.weight`. */
function nameOf({ name, operator, inputs, outputs }: OnnxNode, { constants }: OnnxModel): string {
	const weight = inputs.slice(1).find((input) => constants.has(input) && /[./](weight|kernel)$/.test(input));
	if (weight) return weight.replace(/[./](weight|kernel)$/, '');
	const parts = (name || outputs[0] || operator).split('/').filter((part) => part !== '');
	const isOperator = (part: string) => part.toLowerCase().startsWith(operator.toLowerCase().slice(0, 4));
	const last = parts.length > 1 && (isOperator(parts.at(-1) ?? '') || parts.length > 2) ? parts.at(-2) : parts.at(-1);
	return last || operator;
}

interface GraphUses extends Uses {
	/** An input of maps has its channels behind rows and columns. */
	isChannelsLast(value: string, dims: readonly number[]): boolean;
}

/** Operators that work on each number by itself, or take a row in any order when its weights are turned with it. */
const PASSES_ORDER: ReadonlySet<string> = new Set(
	'Relu Sigmoid Tanh Softplus Mish Swish Gelu HardSwish LeakyRelu Elu Selu PRelu Clip Dropout Identity Cast BatchNormalization Concat'.split(
		' ',
	),
);
const TAKES_ORDER: ReadonlySet<string> = new Set(['Gemm', 'MatMul']);
const POINTWISE: ReadonlySet<string> = new Set([...PASSES_ORDER, 'Add', 'Sub', 'Mul', 'Div']);
const CHANNELS_FIRST: ReadonlySet<string> = new Set(
	'Conv ConvTranspose MaxPool AveragePool GlobalAveragePool GlobalMaxPool LRN BatchNormalization InstanceNormalization'.split(' '),
);
const PICTURE_CHANNELS: ReadonlySet<number> = new Set([1, 3, 4]);

function usesOf({ nodes, outputs }: OnnxModel): GraphUses {
	const takers = new Map<string, OnnxNode[]>();
	for (const node of nodes) for (const input of new Set(node.inputs)) takers.set(input, [...(takers.get(input) ?? []), node]);
	const answers = new Set(outputs.map(({ name }) => name));
	const takersOf = (value: string) => takers.get(value) ?? [];
	const ordered = new Map<string, boolean>();
	const takesAnyOrder = (value: string): boolean => {
		const found = ordered.get(value);
		if (found !== undefined) return found;
		// Until it is known: a graph has no loops, so that this is never asked.
		ordered.set(value, false);
		const answer =
			!answers.has(value) &&
			takersOf(value).every(
				({ operator, inputs, outputs: made }) =>
					(TAKES_ORDER.has(operator) && inputs[0] === value) || (PASSES_ORDER.has(operator) && takesAnyOrder(made[0] ?? '')),
			);
		ordered.set(value, answer);
		return answer;
	};
	const isChannelsLast = (value: string, dims: readonly number[]): boolean => {
		const seen = new Set<string>();
		const waiting = [value];
		for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
			for (const node of takersOf(at)) {
				if (node.operator === 'Transpose') {
					const perm = node.attributes.get('perm');
					if (Array.isArray(perm) && perm.join() === '0,3,1,2') return true;
				}
				if (CHANNELS_FIRST.has(node.operator)) return false;
				const [next = ''] = node.outputs;
				if (!POINTWISE.has(node.operator) || seen.has(next)) continue;
				seen.add(next);
				waiting.push(next);
			}
		}
		const [first = 0, , last = 0] = dims;
		return PICTURE_CHANNELS.has(last) && !PICTURE_CHANNELS.has(first);
	};
	return { isAlone: (value) => !answers.has(value) && takersOf(value).length === 1, takesAnyOrder, isChannelsLast };
}
