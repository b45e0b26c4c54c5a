import { integerField, MAX_SIZE, numberField, switchField } from '../fields.ts';

export const fields = {
	groups: integerField(4, 1, MAX_SIZE),
	epsilon: numberField(0.001, 1e-7, 1, 0.001),
	center: switchField(true),
	scale: switchField(true),
};

export type GroupNormFields = typeof fields;
