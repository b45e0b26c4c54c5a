import { z } from 'zod';
import type { ProofInputs } from '../exporter.ts';
import type { StoredWeight } from './kerasNetwork.ts';

const jsonSchema = z.record(z.string(), z.unknown());
const historySchema = z.object({ config: z.object({ keras_history: z.tuple([z.string(), z.int(), z.int()]) }) });
const keras3Call = z
	.object({ args: z.tuple([z.union([historySchema, z.array(historySchema)])]) })
	.transform(({ args: [feeds] }) => [feeds].flat().map((feed) => feed.config.keras_history[0]));
const keras2Call = z.array(z.tuple([z.string(), z.int(), z.int()]).rest(z.unknown())).transform((feeds) => feeds.map(([feed]) => feed));

const layerSchema = z.object({
	class_name: z.string(),
	name: z.string(),
	config: jsonSchema,
	inbound_nodes: z.array(z.union([keras3Call, keras2Call])).max(1),
});
type FileLayer = z.infer<typeof layerSchema>;

const endSchema = z.tuple([z.tuple([z.string(), z.literal(0), z.literal(0)])]);

/** A functional model with one input and one answer, in the words of Keras 2 or 3. */
export const kerasFileSchema = z.object({
	class_name: z.literal('Functional'),
	config: z.object({ name: z.string(), layers: z.array(layerSchema), input_layers: endSchema, output_layers: endSchema }),
});

export type KerasFile = z.infer<typeof kerasFileSchema>;

/** What a Keras file says of the network and its weights. */
export interface KerasContent {
	readonly keras: KerasFile;
	readonly weightsOf: (layer: string) => readonly Omit<StoredWeight, 'name'>[];
}

/** The answers of what a Keras file says, computed from the file alone. */
export async function answerKeras(content: KerasContent, { images, count }: ProofInputs, signal?: AbortSignal): Promise<Float32Array> {
	const { files, shape } = toEngineModel(content);
	// Loaded when it is wanted: the library takes a moment, and a program that exports nothing does without it.
	const { answerWithKerasModel } = await import('#main/engine/readLayersModel.ts');
	return answerWithKerasModel(files, images, count, shape, signal);
}

/** What its layers give, by their names; each op's last layer has the op's own. */
export async function valuesInsideKeras(
	content: KerasContent,
	{ images, count }: ProofInputs,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
	const { files, shape } = toEngineModel(content);
	const { valuesInsideKerasModel } = await import('#main/engine/readLayersModel.ts');
	return valuesInsideKerasModel(files, images, count, shape, signal);
}

function toEngineModel({ keras: { config }, weightsOf }: KerasContent) {
	const input = config.layers.find((layer) => layer.name === config.input_layers[0][0]);
	const batchShape = z
		.tuple([z.null()])
		.rest(z.int())
		.parse(input?.config.batch_shape ?? input?.config.batch_input_shape);
	const [, ...shape] = batchShape;
	const topology = {
		class_name: 'Functional',
		config: { ...config, layers: config.layers.map((layer) => toEngineLayer(layer, batchShape)) },
	};
	return { files: { topology, weightsOf }, shape };
}

/** Keras 3's words for what the engine's library knows from Keras 2. */
function toEngineLayer({ class_name, name, config, inbound_nodes }: FileLayer, batchShape: readonly unknown[]) {
	const { dtype: _, negative_slope, batch_shape: __, ...same } = config;
	const translated = {
		...same,
		dtype: 'float32',
		...(negative_slope === undefined ? {} : { alpha: negative_slope }),
		...(class_name === 'InputLayer' ? { batch_input_shape: batchShape } : {}),
	};
	return {
		class_name: engineClass(class_name, config),
		name,
		config: translated,
		inbound_nodes: inbound_nodes.map((feeds) => feeds.map((feed) => [feed, 0, 0, {}])),
	};
}

function engineClass(className: string, { activation, groups }: Readonly<Record<string, unknown>>): string {
	if (className === 'Activation' && activation === 'hard_silu') return 'HardSwish';
	return className === 'Conv2D' && typeof groups === 'number' && groups > 1 ? 'GroupedConv2D' : className;
}
