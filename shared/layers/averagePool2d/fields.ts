import { switchField } from '../fields.ts';
import { poolFields } from '../pooling.ts';

export const fields = {
	...poolFields,
	countPadding: switchField(false, { isVisible: ({ padding }) => padding !== undefined && padding !== 'valid', isAdvanced: true }),
};
