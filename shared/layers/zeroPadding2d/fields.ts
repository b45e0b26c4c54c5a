import { sidesField } from '../fields.ts';

export const fields = {
	pad: sidesField({ top: 1, bottom: 1, left: 1, right: 1 }, 0, 1024, { symbol: { letters: 'p q', role: 'padding' } }),
};

export type ZeroPaddingFields = typeof fields;
