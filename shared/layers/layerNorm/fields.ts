import { numberField, switchField } from '../fields.ts';

export const fields = {
	epsilon: numberField(0.001, 1e-7, 1, 0.001),
	center: switchField(true),
	scale: switchField(true),
};

export type LayerNormFields = typeof fields;
