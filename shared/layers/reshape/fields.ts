import { integersField } from '../fields.ts';

export const fields = { targetShape: integersField([784], { min: 1, max: 16_777_216, minLength: 1, maxLength: 3, hasRest: true }) };

export type ReshapeFields = typeof fields;
