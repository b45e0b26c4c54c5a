import { z } from 'zod';
import type { TensorShape } from '../tensor/shape.ts';

/** Where the samples come from, as saved in a document. */
export const datasetReferenceSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('bundled'), name: z.enum(['digits', 'cifar-small']) }),
	/** One sub-folder per class. `size` is what every image is resized to; `null` follows the input layer. */
	z.object({
		kind: z.literal('folder'),
		path: z.string().min(1),
		size: z.object({ height: z.int().positive(), width: z.int().positive(), channels: z.union([z.literal(1), z.literal(3)]) }).nullable(),
	}),
]);

export type DatasetReference = z.infer<typeof datasetReferenceSchema>;

export const splitSchema = z.enum(['train', 'validation', 'test']);
export type Split = z.infer<typeof splitSchema>;

/** What the shape checks and the panels need to know of a dataset; no pixels. */
export interface DatasetDescription {
	readonly reference: DatasetReference;
	/** Shown to people: "Digits". */
	readonly title: string;
	/** One sample: `[28, 28, 1]`; `null` for a folder whose images differ and whose size is not chosen yet. */
	readonly shape: TensorShape | null;
	readonly classes: readonly string[];
	/** Samples that come as training and as test data; validation is split off the training samples by the run. */
	readonly counts: { readonly train: number; readonly test: number };
	/** Images left out or changed, by name, with the reason. Bounded; `problemCount` has the full number. */
	readonly problems: readonly DatasetProblem[];
	readonly problemCount: number;
	/** Licence and origin, for bundled data. */
	readonly credit: string | null;
}

export interface DatasetProblem {
	/** Path relative to the dataset's folder. */
	readonly file: string;
	readonly kind: 'unreadable' | 'resized' | 'notAnImage' | 'emptyClass';
	readonly detail: string;
}
