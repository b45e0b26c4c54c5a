import { fields as depthwise } from '../depthwiseConv2d/fields.ts';
import { integerField, MAX_SIZE } from '../fields.ts';

export const fields = { filters: integerField(64, 1, MAX_SIZE), ...depthwise };

export type SeparableFields = typeof fields;
