import { z } from 'zod';
import { datasetReferenceSchema } from '#shared/datasets/dataset.ts';
import { defaultTrainingConfig, trainingConfigSchema } from '#shared/training/config.ts';
import { engineNameSchema, type RunSummary, runMakerSchema, runSummarySchema } from '#shared/training/event.ts';

/** What `run.json` holds: everything to list the run, to repeat it and to say what made it. */
export const runRecordSchema = runSummarySchema.omit({ hasWeights: true, canResume: true, folder: true }).extend({
	format: z.literal('layerloom-run'),
	version: z.literal(1),
	/** As it was when the run started; read like a document file, migrations included. */
	document: z.unknown(),
	/** Settings that came later are as they always were before. */
	training: z.preprocess(
		(given) => (typeof given === 'object' && given !== null ? { ...defaultTrainingConfig, ...given } : given),
		trainingConfigSchema,
	),
	/** Engine that was asked for; `engine` is known only once it has begun. */
	askedEngine: engineNameSchema.nullable().default(null),
	dataset: z.object({ reference: datasetReferenceSchema.nullable(), fingerprint: z.string().nullable(), classes: z.array(z.string()) }),
	made: runMakerSchema,
	/** The program that carries it out, to notice when it is gone. */
	owner: z.object({ pid: z.int(), instance: z.string() }),
});

export type RunRecord = z.infer<typeof runRecordSchema>;

/** The run as lists show it. A run whose program is gone did not end well, whatever its record says. */
export function toSummary(record: RunRecord, folder: string, hasWeights: boolean, isOwnerAlive: boolean): RunSummary {
	const { format, version, document, training, askedEngine, dataset, made, owner, ...listed } = record;
	const isOpen = record.status === 'running' || record.status === 'queued';
	const status = isOpen && !isOwnerAlive ? 'interrupted' : record.status;
	return { ...listed, status, hasWeights, canResume: canResume(status, record.reason?.id), folder };
}

/** A run whose loss was no number any more would come to the same again. */
function canResume(status: RunSummary['status'], reason: string | undefined): boolean {
	return status === 'interrupted' || status === 'stopped' || (status === 'failed' && reason !== 'training.end.diverged');
}
