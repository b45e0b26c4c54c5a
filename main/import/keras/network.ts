import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import { MAX_SIZE } from '#shared/layers/fields.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { type Message, message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import type { ImportedLayer, ImportedNetwork, ImportedTensor } from '../importer.ts';
import type { FlatKeras, KerasCall } from './flatten.ts';
import { type Dialect, normalizationConfig, STATISTICS, type Translation, translate } from './layers.ts';

/** A call with what becomes of it. */
export interface TranslatedCall extends KerasCall {
	readonly translation: Translation;
}

export function translateCalls({ calls }: FlatKeras, dialect: Dialect = {}): readonly TranslatedCall[] {
	return calls.map((call) => ({
		...call,
		translation:
			call.className === 'InputLayer'
				? { kind: 'layers', parts: [{ kind: 'input', config: inputConfig(call) }], weights: [], fixed: [] }
				: translate(call.className, call.config, { buildShape: call.buildShape, inputs: call.inputs.length, dialect }),
	}));
}

/** The calls as layers of ours. `weightsOf`: a call's tensors in Keras's order; fewer or none where the file has no more. */
export function toNetwork(
	flat: FlatKeras,
	calls: readonly TranslatedCall[],
	weightsOf: (call: TranslatedCall) => readonly ImportedTensor[],
): ImportedNetwork {
	const layers: ImportedLayer[] = [];
	const notes: Message[] = [];
	/** Layer of ours that holds a call's answer. */
	const answers = new Map<string, string>();
	const taken = new Set(calls.map(({ name }) => name));
	for (const call of calls) {
		const { translation, name } = call;
		const inputs = call.inputs.map((feed) => answers.get(feed) ?? feed);
		if (translation.kind === 'dropped') {
			answers.set(name, inputs[0] ?? name);
			if (translation.note) notes.push({ ...translation.note, values: { layer: name, className: call.className } });
			continue;
		}
		if (translation.kind === 'unknown') {
			const kind = `Keras ${call.className}`;
			layers.push({ name, kind, config: {}, inputs, weights: new Map(), isFrozen: false, unknown: translation.reason });
			continue;
		}
		if (call.isRepeat && translation.weights.length > 0) notes.push(message('importing.note.shared', { layer: name }));
		const tensors = translation.weights.length > 0 ? weightsOf(call) : [];
		let feeds = inputs;
		for (const [place, part] of translation.parts.entries()) {
			const own = place === 0 ? name : numbered(taken, name);
			const named = place === 0 ? translation.weights.flatMap((weight, at) => (tensors[at] ? [[weight, tensors[at]] as const] : [])) : [];
			const { config, weights } =
				place === 0 ? withStatistics(part.config, translation.weights, new Map(named)) : { config: part.config, weights: new Map() };
			layers.push({
				name: own,
				kind: part.kind,
				config,
				inputs: feeds,
				weights,
				isFrozen: !call.isTrainable && translation.weights.length > 0,
			});
			feeds = [own];
		}
		answers.set(name, feeds[0] ?? name);
	}
	return { name: flat.name, layers, answer: answers.get(flat.answer) ?? flat.answer, notes };
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

function inputConfig({ name, config }: KerasCall): NodeConfig {
	const given = config.batch_shape ?? config.batch_input_shape;
	const parsed = inputShape.safeParse(given);
	const [, ...shape] = parsed.data ?? [null];
	const [height, width, channels] = shape;
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
