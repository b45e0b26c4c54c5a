import { z } from 'zod';
import { defaultSettings } from '#shared/graph/create.ts';
import type { NodeConfig } from '#shared/graph/document.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { MAX_SIZE, parseConfig } from '#shared/layers/fields.ts';
import { countValues, type TensorShape } from '#shared/tensor/shape.ts';
import { type Message, message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import type { ImportedLayer, ImportedNetwork, ImportedTensor } from '../importer.ts';
import { orderOf } from './channelOrder.ts';
import type { FlatKeras, KerasCall } from './flatten.ts';
import { translate } from './layers.ts';
import { normalizationConfig, STATISTICS } from './normalizations.ts';
import { type Dialect, type Layers, layers as layersOf, type Part, part, type Source, type Translation } from './translation.ts';

/** A call with what becomes of it. */
export interface TranslatedCall extends KerasCall {
	readonly translation: Translation;
	/** Whether its inputs are wanted with their channels last; `null`: as they lie. */
	readonly wantsTurned: boolean | null;
	/** What it gives has its channels last where the file has them first. */
	readonly isTurned: boolean;
}

/** What is known of a value: its size as we have it, and whether its channels were turned to the end. */
interface Value {
	readonly shape: TensorShape | null;
	readonly isTurned: boolean;
}

export function translateCalls({ calls }: FlatKeras, dialect: Dialect = {}): readonly TranslatedCall[] {
	const countsFirst = calls.some(({ config }) => config.data_format === 'channels_first');
	const countsLast = calls.some(({ className, config }) => config.data_format === 'channels_last' && className !== 'Flatten');
	const known = new Map<string, Value>();
	return calls.map((call) => {
		const made = call.className === 'InputLayer' ? inputCall(call, countsFirst && !countsLast) : translateOne(call, known, dialect);
		const { translation, isTurned } = made;
		const inputs = call.inputs.map((input) => known.get(input)).filter((value) => value !== undefined);
		const shapes = inputs.map((value) => shapeIn(value, made.wantsTurned));
		const shape =
			translation.kind === 'layers' ? inferParts(translation, shapes) : translation.kind === 'dropped' ? (shapes[0] ?? null) : null;
		known.set(call.name, { shape, isTurned: isTurned && (shape === null || shape.length === 3) });
		return { ...made, isTurned: known.get(call.name)?.isTurned === true };
	});
}

function inputCall(call: KerasCall, isTurned: boolean): TranslatedCall {
	const config = inputConfig(call, isTurned);
	return { ...call, translation: layersOf([part('input', config)]), wantsTurned: null, isTurned: isTurned && config.form === 'image' };
}

function translateOne(call: KerasCall, known: ReadonlyMap<string, Value>, dialect: Dialect): TranslatedCall {
	const inputs = call.inputs.map((input) => known.get(input) ?? { shape: null, isTurned: false });
	const areTurned = inputs.length > 0 && inputs.every(({ isTurned }) => isTurned);
	const rank = inputs[0]?.shape?.length ?? null;
	const { order, config } = orderOf(call.className, call.config, rank, areTurned);
	const wantsTurned = order === 'any' ? areTurned : order === 'turned';
	const shapes = inputs.map((input) => shapeIn(input, wantsTurned));
	const translation = translate(call.className, config, { shapes, operands: call.operands, dialect });
	return { ...call, translation, wantsTurned: inputs.every(({ shape }) => shape === null) ? null : wantsTurned, isTurned: wantsTurned };
}

/** The size that a value has once it lies as it is wanted. */
function shapeIn({ shape, isTurned }: Value, wantsTurned: boolean | null): TensorShape | null {
	if (shape?.length !== 3 || wantsTurned === null || wantsTurned === isTurned) return shape;
	const [a = 1, b = 1, c = 1] = shape;
	return wantsTurned ? [b, c, a] : [c, a, b];
}

/** The size of what a chain of our layers gives; `null` where one does not fit, which the network itself will tell. */
function inferParts({ parts }: Layers, inputs: readonly (TensorShape | null)[]): TensorShape | null {
	const sizes: (TensorShape | null)[] = [];
	for (const [place, { kind, config, from }] of parts.entries()) {
		const feeds = sourcesOf(place, from, inputs.length).map(
			(source) => ('part' in source ? sizes[source.part] : inputs[source.input]) ?? null,
		);
		const definition = layerDefinition(kind);
		const parsed = definition && parseConfig(definition, config);
		const shapes = feeds.filter((shape) => shape !== null);
		const inferred =
			definition && parsed?.ok && shapes.length === feeds.length
				? definition.inferShape(parsed.value, shapes, { settings: defaultSettings, dataset: null })
				: null;
		sizes.push(inferred?.ok ? inferred.value.output : null);
	}
	return sizes.at(-1) ?? null;
}

function sourcesOf(place: number, from: Part['from'], inputs: number): readonly Source[] {
	if (from) return from;
	return place > 0 ? [{ part: place - 1 }] : Array.from({ length: inputs }, (_, input) => ({ input }));
}

/** The calls as layers of ours. `weightsOf`: a call's tensors in Keras's order; fewer or none where the file has no more. */
export function toNetwork(
	flat: FlatKeras,
	calls: readonly TranslatedCall[],
	weightsOf: (call: TranslatedCall) => readonly ImportedTensor[],
): ImportedNetwork {
	const layers: ImportedLayer[] = [];
	const notes: Message[] = [];
	/** Layer of ours that holds a call's answer, and whether it was turned. */
	const answers = new Map<string, { readonly layer: string; readonly isTurned: boolean }>();
	const taken = new Set(calls.map(({ name }) => name));
	const put = (name: string, { kind, config }: Part, inputs: readonly string[], more: Partial<ImportedLayer> = {}): string => {
		layers.push({ name, kind, config, inputs, weights: new Map(), isFrozen: false, ...more });
		return name;
	};
	const turns = new Map<string, string>();
	const turned = (feed: string, wantsTurned: boolean | null): string => {
		const answer = answers.get(feed) ?? { layer: feed, isTurned: false };
		if (wantsTurned === null || answer.isTurned === wantsTurned) return answer.layer;
		const known = turns.get(answer.layer);
		if (known !== undefined) return known;
		const dims = wantsTurned ? [2, 3, 1] : [3, 1, 2];
		const name = put(numbered(taken, `${answer.layer} turned`), part('permute', { dims }), [answer.layer]);
		turns.set(answer.layer, name);
		return name;
	};
	for (const call of calls) {
		const { translation, name, isTurned } = call;
		const inputs = call.inputs.map((feed) => turned(feed, call.wantsTurned));
		if (call.className === 'InputLayer' && isTurned) notes.push(message('importing.note.channelsLast', { layer: name }));
		if (translation.kind === 'dropped') {
			answers.set(name, { layer: inputs[0] ?? name, isTurned });
			if (translation.note) notes.push({ ...translation.note, values: { layer: name, className: call.className } });
			continue;
		}
		if (translation.kind === 'unknown') {
			put(name, part(`Keras ${call.className}`), inputs, { unknown: translation.reason });
			answers.set(name, { layer: name, isTurned });
			continue;
		}
		if (call.isRepeat && translation.weights.length > 0) notes.push(message('importing.note.shared', { layer: name }));
		const weights = namedWeights(translation, translation.weights.length > 0 ? weightsOf(call) : []);
		const isFrozen = !call.isTrainable && translation.weights.length > 0;
		const holder = translation.holder ?? 0;
		const names = translation.parts.map((_, place) => (place === holder ? name : numbered(taken, name)));
		for (const [place, own] of translation.parts.entries()) {
			const feeds = sourcesOf(place, own.from, inputs.length).map((source) =>
				'part' in source ? (names[source.part] ?? name) : (inputs[source.input] ?? name),
			);
			const holds =
				place === holder ? withStatistics(own.config, translation.weights, weights) : { config: own.config, weights: new Map() };
			put(names[place] ?? name, { kind: own.kind, config: holds.config }, feeds, {
				weights: holds.weights,
				isFrozen: place === holder && isFrozen,
			});
		}
		answers.set(name, { layer: names.at(-1) ?? name, isTurned });
	}
	const isFirst = calls.some(({ className, isTurned }) => className === 'InputLayer' && isTurned);
	return { name: flat.name, layers, answer: turned(flat.answer, answers.get(flat.answer)?.isTurned && !isFirst ? false : null), notes };
}

function namedWeights({ weights, arrange }: Layers, tensors: readonly ImportedTensor[]): ReadonlyMap<string, ImportedTensor> {
	const arranged = arrange && tensors.length > 0 ? Object.entries(arrange(tensors)) : null;
	if (arranged) return new Map(arranged.flatMap(([weight, tensor]) => (tensor ? [[weight, tensor] as const] : [])));
	return new Map(weights.flatMap((weight, at) => (tensors[at] ? [[weight, tensors[at]] as const] : [])));
}

/** What a Normalization has measured is a setting of ours. */
function withStatistics(config: NodeConfig, names: readonly string[], weights: ReadonlyMap<string, ImportedTensor>) {
	const [mean, variance] = STATISTICS.map((name) => weights.get(name));
	if (!names.includes(STATISTICS[0]) || !mean || !variance) return { config, weights };
	return { config: normalizationConfig([...mean.values], [...variance.values]), weights: new Map<string, ImportedTensor>() };
}

function numbered(taken: Set<string>, name: string): string {
	let number = 2;
	while (taken.has(`${name} ${number}`)) number++;
	taken.add(`${name} ${number}`);
	return `${name} ${number}`;
}

const inputShape = z.tuple([z.unknown()]).rest(z.int().min(1).max(MAX_SIZE));

function inputConfig({ name, config }: KerasCall, isChannelsFirst: boolean): NodeConfig {
	const given = config.batch_shape ?? config.batch_input_shape;
	const parsed = inputShape.safeParse(given);
	const [, ...shape] = parsed.data ?? [null];
	const [height, width, channels] = isChannelsFirst && shape.length === 3 ? [shape[1], shape[2], shape[0]] : shape;
	if (shape.length === 1 && height !== undefined) return { form: 'vector', length: height };
	if (shape.length === 3 && height !== undefined && width !== undefined && channels !== undefined)
		return { form: 'image', height, width, channels };
	throw new Problem(message('importing.problem.inputSize', { layer: name, shape: JSON.stringify(given ?? null) }));
}

/**
 * Weights of older files: one list for each outermost layer, of which a model inside has first all that learn, then the rest,
 * each layer by layer.
 */
export function weightsByOutermost(
	calls: readonly TranslatedCall[],
	stored: (outermost: string) => readonly ImportedTensor[],
): (call: TranslatedCall) => readonly ImportedTensor[] {
	const known = new Map<string, readonly ImportedTensor[]>();
	for (const outermost of new Set(calls.map((call) => call.outermost))) {
		const own = calls.filter((call) => call.outermost === outermost && !call.isRepeat);
		const slots = own.flatMap((call) => {
			const { translation } = call;
			if (translation.kind !== 'layers') return [];
			return translation.weights.map((weight, place) => ({
				key: `${call.place}#${place}`,
				learns: call.isTrainable && !translation.fixed.includes(weight),
			}));
		});
		if (slots.length === 0) continue;
		const tensors = stored(outermost);
		const order = [...slots.filter(({ learns }) => learns), ...slots.filter(({ learns }) => !learns)];
		// An unknown layer inside has weights of its own, so that places tell nothing.
		if (tensors.length !== order.length) continue;
		for (const [at, { key }] of order.entries()) known.set(key, tensors.slice(at, at + 1));
	}
	return (call) => {
		const count = call.translation.kind === 'layers' ? call.translation.weights.length : 0;
		return Array.from({ length: count }, (_, place) => known.get(`${call.place}#${place}`)?.[0]).filter((tensor) => tensor !== undefined);
	};
}

/** A kernel for each channel, `[3, 3, 8, 2]`, is one in groups too: `[3, 3, 1, 16]`. */
function withLastJoined(shape: readonly number[]): readonly number[] {
	return [...shape.slice(0, -2), countValues(shape.slice(-2))];
}

/** Whether two shapes hold the same values in the same order: axes of one cell do not count. */
export function isSameButOnes(a: readonly number[], b: readonly number[]): boolean {
	const bare = (shape: readonly number[]) => shape.filter((dim) => dim !== 1).join();
	if (countValues(a) !== countValues(b)) return false;
	return bare(a) === bare(b) || bare(withLastJoined(a)) === bare(withLastJoined(b));
}
