import { freemem } from 'node:os';

/** Share of the memory that is free now which the pixels of a dataset may take. */
const SHARE = 0.5;
/** One array holds no more on every system. */
const LARGEST = 2 ** 31 - 1;

/**
 * Bytes that the decoded pictures of a folder may take in memory; those of a larger one stay on the disk and are read batch by batch.
 * `LAYERLOOM_DATA_MEMORY` sets it, in megabytes.
 */
export function pixelBudget(environment: NodeJS.ProcessEnv = process.env, free: number = freemem()): number {
	const megabytes = Number(environment.LAYERLOOM_DATA_MEMORY);
	const isSet = environment.LAYERLOOM_DATA_MEMORY !== undefined && Number.isFinite(megabytes) && megabytes >= 0;
	return Math.min(LARGEST, isSet ? megabytes * 1_000_000 : free * SHARE);
}
