import { numberField } from '../fields.ts';

export const fields = { rate: numberField(0.5, 0, 0.99, 0.05) };

export type DropoutFields = typeof fields;
