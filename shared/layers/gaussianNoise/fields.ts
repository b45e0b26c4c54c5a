import { numberField } from '../fields.ts';

export const fields = { stddev: numberField(0.1, 0, 10, 0.05) };

export type NoiseFields = typeof fields;
