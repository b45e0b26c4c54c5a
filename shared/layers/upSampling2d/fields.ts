import { choiceField, pairField } from '../fields.ts';

export const fields = {
	size: pairField([2, 2], 1, 64),
	interpolation: choiceField(['nearest', 'bilinear'], 'nearest', 'segments'),
};

export type UpSamplingFields = typeof fields;
