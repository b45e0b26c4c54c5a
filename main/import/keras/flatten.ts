import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import { weightPaths } from '../../export/keras/weightPaths.ts';
import { Problem } from '../../problem.ts';
import { LIMITS } from '../limits.ts';
import { operandsIn, type Reference, referencesIn } from './references.ts';

const jsonSchema = z.record(z.string(), z.unknown());
const layerSchema = z.object({
	class_name: z.string(),
	config: jsonSchema,
	name: z.string().optional(),
	inbound_nodes: z.array(z.unknown()).optional(),
});
type FileLayer = z.infer<typeof layerSchema>;

const modelSchema = z.object({
	name: z.string().default('model'),
	layers: z.array(layerSchema),
	input_layers: z.unknown().optional(),
	output_layers: z.unknown().optional(),
	build_input_shape: z.unknown().optional(),
});
/** Keras before 2.3 wrote a Sequential's layers without a config around them. */
const sequentialSchema = z.union([modelSchema, z.array(layerSchema).transform((layers) => modelSchema.parse({ layers }))]);

const MODELS: ReadonlySet<string> = new Set(['Functional', 'Model']);

/** A call of a Keras layer; models inside models are written out. */
export interface KerasCall {
	/** Unique; the layer's own name where that is free. */
	readonly name: string;
	readonly className: string;
	readonly config: Readonly<Record<string, unknown>>;
	readonly inputs: readonly string[];
	/** Numbers among what an operation takes, `null` for layers: `x / 127.5` is `[null, 127.5]`. */
	readonly operands: readonly (number | null)[];
	readonly isTrainable: boolean;
	/** Names of the models around it and its own, as in the file. */
	readonly path: readonly string[];
	/** Place of the weights in Keras 3's own file: `layers/dense/vars`. */
	readonly place: string;
	/** Layer of the outermost model that it belongs to; older files keep weights by it. */
	readonly outermost: string;
	/** A layer that is called again shares the weights of the first call. */
	readonly isRepeat: boolean;
}

export interface FlatKeras {
	readonly name: string;
	readonly calls: readonly KerasCall[];
	readonly answer: string;
}

interface Surroundings {
	readonly place: string;
	readonly outermost: string | null;
	readonly isTrainable: boolean;
	readonly depth: number;
	readonly isRepeat: boolean;
	readonly prefix: string;
	/** Names of the models around. */
	readonly path: readonly string[];
	/** Of the call that is being read. */
	readonly operands: readonly (number | null)[];
}

/** A Keras model, Sequential or functional, of Keras 2 or 3, as one list of calls in topological order. */
export function flattenKeras(json: unknown): FlatKeras {
	const outer = layerSchema.extend({ config: z.unknown() }).parse(json);
	const calls: KerasCall[] = [];
	const taken = new Set<string>();

	const add = (layer: FileLayer, inputs: readonly string[], around: Surroundings, place: string, isRepeat: boolean): string => {
		if (calls.length >= LIMITS.layers) throw new Problem(message('importing.problem.tooManyLayers', { limit: LIMITS.layers }));
		const name = freeName(taken, nameOf(layer), around.prefix);
		const { className, config } = operationOf(layer);
		calls.push({
			name,
			className,
			config,
			inputs,
			operands: around.operands,
			isTrainable: around.isTrainable && config.trainable !== false,
			path: [...around.path, nameOf(layer)],
			place: `${place}/vars`,
			outermost: around.outermost ?? nameOf(layer),
			isRepeat,
		});
		return name;
	};

	/** Answers of one call: a layer's, or those of a model inside. */
	const call = (layer: FileLayer, feeds: readonly string[], around: Surroundings, place: string, isRepeat: boolean): readonly string[] => {
		const isModel = layer.class_name === 'Sequential' || (MODELS.has(layer.class_name) && 'layers' in layer.config);
		if (!isModel) return [add(layer, feeds, around, place, isRepeat)];
		return enter(layer.class_name, layer.config, feeds, {
			place: `${place}/`,
			outermost: around.outermost ?? nameOf(layer),
			isTrainable: around.isTrainable && layer.config.trainable !== false,
			depth: around.depth + 1,
			isRepeat,
			prefix: `${around.prefix}${nameOf(layer)}_`,
			path: [...around.path, nameOf(layer)],
			operands: [],
		});
	};

	const enter = (className: string, config: unknown, feeds: readonly string[] | null, around: Surroundings): readonly string[] => {
		if (around.depth > LIMITS.depth) throw new Problem(message('importing.problem.tooDeep', { limit: LIMITS.depth }));
		if (className === 'Sequential') return enterSequential(sequentialSchema.parse(config), feeds, around);
		if (MODELS.has(className)) return enterFunctional(modelSchema.parse(config), feeds, around);
		throw new Problem(message('importing.problem.ownClass', { className }));
	};

	const enterSequential = (
		model: z.infer<typeof modelSchema>,
		given: readonly string[] | null,
		around: Surroundings,
	): readonly string[] => {
		const named = model.layers.map((layer) => ({ name: nameOf(layer), class_name: layer.class_name }));
		const places = weightPaths(named);
		let feeds = given;
		for (const layer of model.layers) {
			if (layer.class_name === 'InputLayer') {
				feeds ??= [add(layer, [], around, '', false)];
				continue;
			}
			feeds ??= [add(inputBefore(layer, model.build_input_shape), [], around, '', false)];
			feeds = call(layer, feeds, around, placeIn(around, places.get(nameOf(layer))), around.isRepeat);
		}
		if (!feeds) throw new Problem(message('importing.problem.noLayers'));
		return feeds;
	};

	const enterFunctional = (
		model: z.infer<typeof modelSchema>,
		given: readonly string[] | null,
		around: Surroundings,
	): readonly string[] => {
		const inputs = referencesIn(model.input_layers).map(({ layer }) => layer);
		const outputs = referencesIn(model.output_layers);
		if (given === null && (inputs.length !== 1 || outputs.length !== 1)) {
			throw new Problem(message('importing.problem.severalEnds', { inputs: inputs.length, outputs: outputs.length }));
		}
		const named = model.layers.map((layer) => ({ name: nameOf(layer), class_name: layer.class_name }));
		const places = weightPaths(named);
		/** Answers by layer, one list for each of its calls. */
		const answers = new Map<string, (readonly string[])[]>();
		const waiting = model.layers.flatMap((layer) => {
			const own = layer.class_name === 'InputLayer' ? [null] : (layer.inbound_nodes ?? []);
			return own.map((node, number) => ({ layer, number, node, references: node === null ? [] : referencesIn(node) }));
		});
		const answerOf = ({ layer, call: number, output }: Reference): string | undefined => {
			const known = answers.get(layer);
			return (known?.[number] ?? (known?.length === 1 ? known[0] : undefined))?.[output];
		};
		// Layers stand in the order in which they were made, which nearly always is that of the data.
		let rest = waiting;
		while (rest.length > 0) {
			const later: typeof waiting = [];
			for (const item of rest) {
				const { layer, number, node, references } = item;
				const name = nameOf(layer);
				const feeds = references.map(answerOf);
				if (feeds.some((feed) => feed === undefined)) {
					later.push(item);
					continue;
				}
				const before = answers.get(name) ?? [];
				const made =
					layer.class_name === 'InputLayer'
						? [given?.[inputs.indexOf(name)] ?? add(layer, [], around, '', false)]
						: call(
								layer,
								feeds as string[],
								{ ...around, operands: operandsIn(node) },
								placeIn(around, places.get(name)),
								around.isRepeat || number > 0,
							);
				answers.set(name, [...before, made]);
			}
			if (later.length === rest.length) throw new Problem(message('importing.problem.loop', { layer: nameOf(later[0]?.layer) }));
			rest = later;
		}
		return outputs.map((reference) => answerOf(reference) ?? missingAnswer(reference.layer));
	};

	const around: Surroundings = {
		place: '',
		outermost: null,
		isTrainable: true,
		depth: 0,
		isRepeat: false,
		prefix: '',
		path: [],
		operands: [],
	};
	const [answer] = enter(outer.class_name, outer.config, null, around);
	if (answer === undefined) throw new Problem(message('importing.problem.noLayers'));
	return { name: jsonSchema.safeParse(outer.config).data?.name?.toString() ?? 'model', calls, answer };
}

function missingAnswer(layer: string): never {
	throw new Problem(message('importing.problem.loop', { layer }));
}

/** `layers/dense/vars` without its last part, inside the models around it. */
function placeIn({ place }: Surroundings, path = ''): string {
	return `${place}${path.replace(/\/vars$/, '')}`;
}

function nameOf(layer: FileLayer | undefined): string {
	const { config, name } = layer ?? {};
	return name ?? (typeof config?.name === 'string' ? config.name : (layer?.class_name ?? ''));
}

function freeName(taken: Set<string>, name: string, prefix: string): string {
	let free = taken.has(name) ? `${prefix}${name}` : name;
	for (let number = 2; taken.has(free); number++) free = `${prefix}${name}_${number}`;
	taken.add(free);
	return free;
}

/** A Sequential may begin with any layer that knows its size. */
function inputBefore(layer: FileLayer, buildShape: unknown): FileLayer {
	const shape = layer.config.batch_input_shape ?? layer.config.batch_shape ?? buildShape;
	const inner = jsonSchema.safeParse(layer.config).data?.layers;
	const first = Array.isArray(inner) ? layerSchema.safeParse(inner[0]).data : undefined;
	return {
		class_name: 'InputLayer',
		name: 'input',
		config: { batch_shape: shape ?? first?.config.batch_shape ?? first?.config.batch_input_shape },
	};
}

/** Operations of Keras 2 are layers of one class that name a function, `math.truediv`; Keras 3 has a class for each. */
function operationOf({ class_name, config }: FileLayer): { readonly className: string; readonly config: FileLayer['config'] } {
	if (class_name !== 'TFOpLambda' || typeof config.function !== 'string') return { className: class_name, config };
	const name = config.function.split('.').at(-1)?.replaceAll('_', '') ?? '';
	return { className: name === 'truediv' ? 'TrueDivide' : name.charAt(0).toUpperCase() + name.slice(1), config };
}
