import { integerField, numberField } from '../fields.ts';

/** Krizhevsky 2012, §3.3: n = 5, k = 2, α = 10⁻⁴, β = 0.75. */
export const fields = {
	depthRadius: integerField(2, 1, 64),
	bias: numberField(2, 0.001, 100, 0.1),
	alpha: numberField(0.0001, 0, 10, 0.0001),
	beta: numberField(0.75, 0, 10, 0.05),
};

export type LocalResponseFields = typeof fields;
