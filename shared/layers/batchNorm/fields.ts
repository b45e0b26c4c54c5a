import { numberField, switchField } from '../fields.ts';

export const fields = {
	momentum: numberField(0.99, 0, 0.9999, 0.01),
	epsilon: numberField(0.001, 1e-7, 1, 0.001),
	center: switchField(true),
	scale: switchField(true),
};

export type BatchNormFields = typeof fields;
