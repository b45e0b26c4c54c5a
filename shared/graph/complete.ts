import type { z } from 'zod';
import { datasetReferenceSchema } from '../datasets/dataset.ts';
import { message } from '../text/message.ts';
import { defaultTrainingConfig, trainingConfigSchema } from '../training/config.ts';
import { DEFAULT_SEED, defaultSettings } from './create.ts';
import { documentSettingsSchema, graphDocumentSchema } from './document.ts';
import type { RawDocument } from './migrations/migrations.ts';
import type { Repair } from './repair.ts';

/**
 * Fills in what a document can do without and puts settings back that are out of their bounds. What the user drew is not
 * touched here.
 */
export function completeDocument(raw: RawDocument): { readonly completed: RawDocument; readonly repairs: readonly Repair[] } {
	const repairs: Repair[] = [];
	const reset = (place: string) => repairs.push({ place, message: message('load.repair.setting', { setting: place }) });
	const filled: Record<string, unknown> = { ...raw };
	for (const list of ['edges', 'groups', 'notes']) {
		if (filled[list] === undefined || filled[list] === null) filled[list] = [];
	}
	if (filled.name === undefined || filled.name === '') filled.name = filled.id;
	filled.settings = completeFields(raw.settings, documentSettingsSchema, defaultSettings, (field) => reset(`settings → ${field}`));
	filled.training = completeFields(raw.training, trainingConfigSchema, defaultTrainingConfig, (field) => reset(`training → ${field}`));
	if (!graphDocumentSchema.shape.seed.safeParse(raw.seed).success) {
		if (raw.seed !== undefined) reset('seed');
		filled.seed = DEFAULT_SEED;
	}
	if (!datasetReferenceSchema.nullable().safeParse(raw.dataset).success) {
		if (raw.dataset !== undefined) reset('dataset');
		filled.dataset = null;
	}
	return { completed: filled, repairs };
}

/** Field by field: a value that fits stays, a missing one is filled in silently, another is reset and reported. */
function completeFields(
	value: unknown,
	schema: z.ZodObject,
	initial: object,
	report: (field: string) => void,
): Readonly<Record<string, unknown>> {
	const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
	const completed: Record<string, unknown> = {};
	for (const [field, fallback] of Object.entries(initial)) {
		const own = Object.hasOwn(given, field) ? given[field] : undefined;
		const fieldSchema = schema.shape[field];
		const isFitting = own !== undefined && fieldSchema?.['~standard'] !== undefined && (fieldSchema as z.ZodType).safeParse(own).success;
		if (!isFitting && own !== undefined) report(field);
		completed[field] = isFitting ? own : fallback;
	}
	for (const field of Object.keys(schema.shape)) {
		if (!(field in completed) && Object.hasOwn(given, field)) completed[field] = given[field];
	}
	return completed;
}
