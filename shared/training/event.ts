import { z } from 'zod';

const metrics = { loss: z.number().nullable(), accuracy: z.number().nullable() };

export const engineNameSchema = z.enum(['native', 'wasm', 'js']);
export type EngineName = z.infer<typeof engineNameSchema>;

export const epochResultSchema = z.object({
	/** 0-based; shown 1-based. */
	epoch: z.int(),
	train: z.object(metrics),
	/** `null` where nothing is held back. */
	validation: z.object(metrics).nullable(),
	imagesPerSecond: z.number(),
	seconds: z.number(),
});
export type EpochResult = z.infer<typeof epochResultSchema>;

/** A message as data; worded by the reader (see shared/text/message.ts). */
export const messageSchema = z.object({ id: z.string(), values: z.record(z.string(), z.json()).optional() });

/** Why a run ended early, in words that say what to do. */
export const runEndSchema = z.enum(['finished', 'stopped', 'failed']);

export const evaluationSchema = z.object({
	accuracy: z.number(),
	loss: z.number(),
	/** Rows are true classes, columns the answers; counts. */
	confusion: z.array(z.array(z.int())),
	classes: z.array(z.string()),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

export const adviceNameSchema = z.enum([
	'memorizing',
	'notLearning',
	'lossGrows',
	'rateTooSmall',
	'vanishingGradient',
	'deadLayer',
	'deadUnits',
	'stoppedEarly',
]);
export type AdviceName = z.infer<typeof adviceNameSchema>;

/** Something to do better, in words; `node` where one layer is concerned. Each advice comes once in a run. */
export const runAdviceSchema = z.object({
	advice: adviceNameSchema,
	node: z.string().nullable(),
	epoch: z.int(),
	message: messageSchema,
});
export type RunAdvice = z.infer<typeof runAdviceSchema>;

/** Progress of one run, in order; throttled at the source to about ten a second. */
export const trainingEventSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('preparing'),
		run: z.string(),
		stage: z.enum(['engine', 'data', 'model']),
		share: z.number().min(0).max(1).nullable(),
	}),
	z.object({
		kind: z.literal('started'),
		run: z.string(),
		engine: engineNameSchema,
		epochs: z.int(),
		batchesPerEpoch: z.int(),
		samples: z.object({ train: z.int(), validation: z.int(), test: z.int() }),
		/** Why the network trains slower than the engine could; left out where it does not. */
		slowReason: messageSchema.optional(),
	}),
	z.object({
		kind: z.literal('batch'),
		run: z.string(),
		epoch: z.int(),
		batch: z.int(),
		/** Means over the epoch so far. */
		loss: z.number().nullable(),
		accuracy: z.number().nullable(),
		imagesPerSecond: z.number(),
		secondsLeft: z.number().nullable(),
	}),
	z.object({ kind: z.literal('epoch'), run: z.string(), result: epochResultSchema }),
	/** Between two batches, on request; `batch` is the last one done. The weights so far can be tried. */
	z.object({ kind: z.literal('paused'), run: z.string(), epoch: z.int(), batch: z.int() }),
	z.object({ kind: z.literal('continued'), run: z.string() }),
	runAdviceSchema.extend({ kind: z.literal('advice'), run: z.string() }),
	z.object({ kind: z.literal('testing'), run: z.string() }),
	z.object({
		kind: z.literal('ended'),
		run: z.string(),
		status: runEndSchema,
		/** Present unless the run finished. */
		reason: messageSchema.nullable(),
		evaluation: evaluationSchema.nullable(),
	}),
]);
export type TrainingEvent = z.infer<typeof trainingEventSchema>;

export const runStatusSchema = z.enum(['queued', 'running', 'stopped', 'finished', 'failed', 'interrupted']);

/** `fresh`: names of the layers that began with random weights all the same, being new or of another size. */
export const startedFromSchema = z.object({ file: z.string(), sha256: z.string(), filled: z.int(), fresh: z.array(z.string()) });
export type StartedFrom = z.infer<typeof startedFromSchema>;

/** One training of one document, as listed. `interrupted`: the program ended before the run did. */
export const runSummarySchema = z.object({
	id: z.string(),
	documentId: z.string(),
	documentName: z.string(),
	name: z.string(),
	/** What its owner made of it: a star to find it again, a note. */
	isStarred: z.boolean().default(false),
	notes: z.string().default(''),
	status: runStatusSchema,
	reason: messageSchema.nullable(),
	startedAt: z.string(),
	endedAt: z.string().nullable(),
	engine: engineNameSchema.nullable(),
	settings: z.object({ optimizer: z.string(), learningRate: z.number(), batchSize: z.int(), epochs: z.int(), seed: z.int() }),
	epochs: z.array(epochResultSchema),
	/** Epoch with the lowest validation loss (training loss without validation), whose weights are kept as best. */
	bestEpoch: z.int().nullable(),
	evaluation: evaluationSchema.nullable(),
	/** What the watchdog said, in the order in which it was noticed. */
	advice: z.array(runAdviceSchema).default([]),
	weights: z.int(),
	/** Weights that it began with; `null` where they were random. */
	startedFrom: startedFromSchema.nullable().default(null),
	hasWeights: z.boolean(),
	/** It ended before it was done and can go on from its last checkpoint. */
	canResume: z.boolean(),
	/** SHA-256 of the values of the weights kept, to tell whether two runs came to the same. */
	weightsHash: z.string().nullable(),
	/** Where its files lie, for other tools. */
	folder: z.string(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** What a person changes about a run; what is left out stays. */
export const runNotesSchema = z.object({
	name: z.string().trim().min(1).max(200).optional(),
	isStarred: z.boolean().optional(),
	notes: z.string().max(10_000).optional(),
});
export type RunNotes = z.infer<typeof runNotesSchema>;

/** What made a run: programs and machine. */
export const runMakerSchema = z.object({
	program: z.string(),
	node: z.string(),
	engine: z.string().nullable(),
	platform: z.string(),
	processor: z.string(),
	cores: z.int(),
	memoryBytes: z.number(),
});
export type RunMaker = z.infer<typeof runMakerSchema>;
