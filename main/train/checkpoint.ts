import { z } from 'zod';
import type { NamedWeight } from '#shared/plan/plan.ts';
import { engineNameSchema, epochResultSchema } from '#shared/training/event.ts';
import { codeOf } from '../problem.ts';
import { readWeightsFile, readWeightsHeader, writeWeightsFile } from './weightsFile.ts';

/**
 * Where a run goes on, beside its weights and the optimizer's slots. Order and dropout follow from seed, epoch and step, so that
 * they are the random state; `loss`, `correct` and `count` are sums over the epoch so far.
 */
export const checkpointStateSchema = z.object({
	version: z.literal(1),
	engine: engineNameSchema,
	/** SHA-256 of the data: the rest of a run is worth nothing on other images. */
	fingerprint: z.string(),
	seed: z.int(),
	/** The next batch: both count from 0; `batch` may be the number of batches when only the validation is left. */
	epoch: z.int(),
	batch: z.int(),
	/** Batches done over the whole run. */
	step: z.int(),
	loss: z.number(),
	correct: z.number(),
	count: z.int(),
	/** Time that the epoch has taken so far. */
	elapsedMs: z.number(),
	epochs: z.array(epochResultSchema),
	/** Advice that was given already. */
	advised: z.array(z.string()),
});
export type CheckpointState = z.infer<typeof checkpointStateSchema>;

export interface Checkpoint {
	readonly state: CheckpointState;
	readonly weights: readonly NamedWeight[];
	readonly slots: readonly NamedWeight[];
}

const WEIGHTS = 'weights/';
const SLOTS = 'slots/';

/** Writes everything that a run needs to go on to the bit as one file, whole or not at all. */
export async function writeCheckpoint(file: string, { state, weights, slots }: Checkpoint): Promise<void> {
	const named = [...prefixed(WEIGHTS, weights), ...prefixed(SLOTS, slots)];
	await writeWeightsFile(file, named, { state: JSON.stringify(state) });
}

/** `null` where there is none. Throws when the file is damaged, which a kill does not cause. */
export async function readCheckpoint(file: string): Promise<Checkpoint | null> {
	const state = await readCheckpointState(file);
	if (!state) return null;
	const named = await readWeightsFile(file);
	return { state, weights: withoutPrefix(WEIGHTS, named), slots: withoutPrefix(SLOTS, named) };
}

/** The state alone, without reading the values. */
export async function readCheckpointState(file: string): Promise<CheckpointState | null> {
	try {
		const { state } = await readWeightsHeader(file);
		return checkpointStateSchema.parse(JSON.parse(state ?? ''));
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return null;
		throw error;
	}
}

function prefixed(prefix: string, weights: readonly NamedWeight[]): readonly NamedWeight[] {
	return weights.map((weight) => ({ ...weight, name: prefix + weight.name }));
}

function withoutPrefix(prefix: string, weights: readonly NamedWeight[]): readonly NamedWeight[] {
	return weights.filter(({ name }) => name.startsWith(prefix)).map((weight) => ({ ...weight, name: weight.name.slice(prefix.length) }));
}
