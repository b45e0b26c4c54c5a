import { z } from 'zod';
import { datasetReferenceSchema } from '#shared/datasets/dataset.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { Message } from '#shared/text/message.ts';
import { trainingConfigSchema } from '#shared/training/config.ts';
import { engineNameSchema, evaluationSchema, trainingEventSchema } from '#shared/training/event.ts';
import { rateEventSchema } from '#shared/training/rateFinder.ts';

/**
 * What the program and its engine host say to each other, the same to a thread and to a process. Weights do not cross: the host
 * writes and reads the run's files. Plans are made by the program from a checked document and taken as they are.
 */
const plan = z.custom<ModelPlan>((value) => typeof value === 'object' && value !== null && 'ops' in value);
const message = z.custom<Message>((value) => typeof value === 'object' && value !== null && 'id' in value);
const int32 = z.custom<Int32Array>((value) => value instanceof Int32Array);
const float32 = z.custom<Float32Array>((value) => value instanceof Float32Array);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Where the host finds the samples. */
const dataPlace = z.object({
	reference: datasetReferenceSchema,
	assetsFolder: z.string(),
	cacheFolder: z.string().nullable(),
	size: z.tuple([z.int(), z.int(), z.int()]).nullable(),
});
export type DataPlace = z.infer<typeof dataPlace>;

/** A trained network: what it is and where its weights lie. `version` changes when the weights do. */
const trainedModel = z.object({ run: z.string(), version: z.string(), plan, weightsFile: z.string() });
export type TrainedModelPlace = z.infer<typeof trainedModel>;

/** A document's weights: their file, and the SHA-256 that their values must have. */
const keptWeights = z.object({ file: z.string(), sha256: z.string() });
export type KeptWeights = z.infer<typeof keptWeights>;

const runJob = z.object({
	run: z.string(),
	folder: z.string(),
	plan,
	training: trainingConfigSchema,
	data: dataPlace,
	isResumed: z.boolean().default(false),
	startWeights: keptWeights.nullable().default(null),
});
/** `isResumed` goes on from the folder's checkpoint, where there is one; `startWeights` are what it begins with in place of random ones. */
export type RunJob = z.infer<typeof runJob>;

const prepareJob = z.object({ plan, training: trainingConfigSchema, data: dataPlace });
/** A run that may be asked for soon. */
export type PrepareJob = z.infer<typeof prepareJob>;

const searchJob = z.object({
	search: z.string(),
	plan,
	training: trainingConfigSchema,
	data: dataPlace,
	startWeights: keptWeights.nullable().default(null),
});
/** A search for a learning rate, which leaves nothing behind. */
export type SearchJob = z.infer<typeof searchJob>;

const question = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('predict'), model: trainedModel, images: float32, count: z.int() }),
	z.object({ kind: z.literal('test'), model: trainedModel, data: dataPlace }),
	/** Samples by place in their split; validation is split off with the run's share and seed. */
	z.object({
		kind: z.literal('samples'),
		data: dataPlace,
		split: z.enum(['train', 'validation', 'test']),
		share: z.number(),
		seed: z.int(),
		indices: int32,
	}),
	/** A SavedModel in a folder, opened by TensorFlow's own library: its answers, or the values of all its layers. */
	z.object({
		kind: z.literal('savedModel'),
		folder: z.string(),
		images: float32,
		count: z.int(),
		shape: z.array(z.int()),
		wantsInside: z.boolean(),
	}),
]);
export type Question = z.infer<typeof question>;

const answer = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('predict'), probabilities: float32 }),
	z.object({ kind: z.literal('test'), evaluation: evaluationSchema, answers: int32, probabilities: float32, labels: int32 }),
	z.object({
		kind: z.literal('samples'),
		shape: z.tuple([z.int(), z.int(), z.int()]),
		classes: z.array(z.string()),
		labels: int32,
		pixels: bytes,
	}),
	z.object({ kind: z.literal('savedModel'), values: z.map(z.string(), float32) }),
]);
export type Answer = z.infer<typeof answer>;
export type AnswerTo<Kind extends Question['kind']> = Extract<Answer, { kind: Kind }>;

export const hostStatusSchema = z.object({
	name: engineNameSchema.nullable(),
	description: z.string().nullable(),
	threads: z.int().nullable(),
	reasons: z.array(message),
});
export type HostStatus = z.infer<typeof hostStatusSchema>;

/** Program → host. */
export const toHostSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('open'), preferred: engineNameSchema.nullable() }),
	/** Reads data that is likely to be asked for; it stays in memory. Once the engine is there, and without an answer. */
	z.object({ kind: z.literal('read'), data: dataPlace }),
	/** Does ahead what a run of this would begin with; forgotten while another one is under way. Answered when ready. */
	z.object({ kind: z.literal('prepare'), id: z.int(), job: prepareJob }),
	z.object({ kind: z.literal('run'), job: runJob }),
	z.object({ kind: z.literal('search'), job: searchJob }),
	/** Ends a run or a search. */
	z.object({ kind: z.literal('stop'), run: z.string() }),
	/** Hold before the next batch, go on, or let one batch through. */
	z.object({ kind: z.enum(['pause', 'continue', 'step']), run: z.string() }),
	z.object({ kind: z.literal('ask'), id: z.int(), question }),
]);
export type ToHost = z.infer<typeof toHostSchema>;

/** Host → program. */
export const fromHostSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('opened'), status: hostStatusSchema }),
	z.object({ kind: z.literal('event'), event: trainingEventSchema }),
	/** The data that a run trains on, once it is known. */
	z.object({ kind: z.literal('data'), run: z.string(), fingerprint: z.string(), classes: z.array(z.string()) }),
	/** Weights are safe on the disk. */
	z.object({ kind: z.literal('saved'), run: z.string(), sha256: z.string(), isBest: z.boolean() }),
	z.object({ kind: z.literal('rate'), search: z.string(), event: rateEventSchema }),
	z.object({ kind: z.literal('prepared'), id: z.int() }),
	z.object({ kind: z.literal('answer'), id: z.int(), answer }),
	z.object({ kind: z.literal('refusal'), id: z.int(), reason: message }),
]);
export type FromHost = z.infer<typeof fromHostSchema>;
