import { integerField, MAX_SIZE } from '../fields.ts';

export const fields = { before: integerField(8, 0, MAX_SIZE), after: integerField(8, 0, MAX_SIZE) };

export type PadChannelsFields = typeof fields;
