import { matrixField } from '../fields.ts';

/** One row each: a number for all channels, or one per channel. */
export const fields = { mean: matrixField([[0.5]], 64), deviation: matrixField([[0.25]], 64) };

export type NormalizationFields = typeof fields;
