import { z } from 'zod';

/** How a document is trained; saved with it. Rates are per step, fractions between 0 and 1. */
export const trainingConfigSchema = z.object({
	optimizer: z.enum(['sgd', 'momentum', 'rmsprop', 'adam']),
	learningRate: z.number().positive().max(10),
	batchSize: z.int().min(1).max(4096),
	epochs: z.int().min(1).max(10000),
	/** Share of the training samples held back to watch for memorizing, stratified by class. */
	validationShare: z.number().min(0).max(0.9),
});

export type TrainingConfig = Readonly<z.infer<typeof trainingConfigSchema>>;

export const defaultTrainingConfig: TrainingConfig = {
	optimizer: 'adam',
	learningRate: 0.001,
	batchSize: 64,
	epochs: 5,
	validationShare: 0.1,
};
