import { integersField } from '../fields.ts';

/** Axes counted from 1, as in Keras: 1 rows, 2 columns, 3 channels. */
export const fields = { dims: integersField([2, 1, 3], { min: 1, max: 3, minLength: 1, maxLength: 3 }) };

export type PermuteFields = typeof fields;
