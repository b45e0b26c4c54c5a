import { z } from 'zod';
import { augmentationSchema } from './augmentation/catalogue.ts';

export const optimizerSchema = z.enum(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw']);

/** `auto` follows from the network's answer: cross-entropy for classes, squared distance for numbers. */
export const lossNameSchema = z.enum(['auto', 'categoricalCrossEntropy', 'binaryCrossEntropy', 'mse', 'mae', 'huber']);
export type LossName = z.infer<typeof lossNameSchema>;

export const scheduleSchema = z.enum(['constant', 'step', 'exponential', 'cosine', 'oneCycle', 'plateau']);

/** How a document is trained; saved with it. Rates are per step, fractions between 0 and 1. */
export const trainingConfigSchema = z.object({
	optimizer: optimizerSchema,
	learningRate: z.number().positive().max(10),
	batchSize: z.int().min(1).max(4096),
	epochs: z.int().min(1).max(10000),
	/** Share of the training samples held back to watch for memorizing, stratified by class. */
	validationShare: z.number().min(0).max(0.9),
	/** Share of the step before that `momentum` and `nesterov` keep. */
	momentum: z.number().min(0).lt(1),
	/** Decay of the running mean of gradients, and of their squares, in `adam` and `adamw`. */
	beta1: z.number().min(0).lt(1),
	beta2: z.number().min(0).lt(1),
	/** Keeps `rmsprop`, `adam` and `adamw` from dividing by nothing. */
	epsilon: z.number().positive().max(1),
	/** Share of each weight taken off per step, times the rate; `null` is the optimizer's own. */
	weightDecay: z.number().min(0).max(1).nullable(),
	/** Longest gradient over all weights together; a longer one is shortened. */
	clipNorm: z.number().positive().nullable(),
	loss: lossNameSchema,
	/** Share of certainty that is taken from the right class and spread over all. */
	labelSmoothing: z.number().min(0).max(0.9),
	schedule: scheduleSchema,
	/** What `step`, `exponential` and `plateau` multiply the rate by. */
	scheduleFactor: z.number().positive().lt(1),
	/** Epochs between two drops of `step`; epochs without a better loss before a drop of `plateau`. */
	scheduleEpochs: z.int().min(1).max(1000),
	/** Epochs in which the rate rises to its full size, before the schedule begins. */
	warmUpEpochs: z.int().min(0).max(1000),
	/** `balanced` counts rare classes for more: samples ÷ (classes × samples of the class). */
	classWeights: z.enum(['none', 'balanced']),
	/** Ends after this many epochs without a better loss; `null` never. */
	stopPatience: z.int().min(1).max(1000).nullable(),
	/** A loss counts as better when it is lower by more than this. */
	stopMinChange: z.number().min(0).max(10),
	/** Longest time between two checkpoints in the middle of an epoch; 0 is after every batch. */
	checkpointSeconds: z.number().min(0).max(86400),
	/** How training pictures are changed at random; strengths of what is switched on. */
	augmentation: augmentationSchema,
});

export type TrainingConfig = Readonly<z.infer<typeof trainingConfigSchema>>;

/** What every saved file holds. */
const always = {
	optimizer: 'adam',
	learningRate: 0.001,
	batchSize: 64,
	epochs: 5,
	validationShare: 0.1,
} as const satisfies Partial<TrainingConfig>;

/** Left out of saved files where they are as here: short files, and those from before these settings stay as they were. */
const whereChanged = {
	momentum: 0.9,
	beta1: 0.9,
	beta2: 0.999,
	epsilon: 1e-7,
	weightDecay: null,
	clipNorm: null,
	loss: 'auto',
	labelSmoothing: 0,
	schedule: 'constant',
	scheduleFactor: 0.5,
	scheduleEpochs: 5,
	warmUpEpochs: 0,
	classWeights: 'none',
	stopPatience: null,
	stopMinChange: 0,
	checkpointSeconds: 60,
	augmentation: {},
} as const satisfies Partial<TrainingConfig>;

export const defaultTrainingConfig: TrainingConfig = { ...always, ...whereChanged };

/** Weight decay of AdamW in Keras. */
const ADAMW_DECAY = 0.004;

/** Share of each weight taken off per step, times the rate. */
export function weightDecayOf({ optimizer, weightDecay }: Pick<TrainingConfig, 'optimizer' | 'weightDecay'>): number {
	return weightDecay ?? (optimizer === 'adamw' ? ADAMW_DECAY : 0);
}

/** True where a setting is as it is by default. */
export function isUsual<Name extends keyof TrainingConfig>(name: Name, value: TrainingConfig[Name]): boolean {
	return JSON.stringify(value) === JSON.stringify(defaultTrainingConfig[name]);
}

/** The settings as they are saved. */
export function savedTraining(training: TrainingConfig): Partial<TrainingConfig> {
	return Object.fromEntries(
		Object.entries(training).filter(([name, value]) => !(name in whereChanged) || !isUsual(name as keyof TrainingConfig, value)),
	);
}
