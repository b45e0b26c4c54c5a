import { fields as depthwise } from '../depthwiseConv2d/fields.ts';
import { integerField, MAX_SIZE } from '../fields.ts';

export const fields = { filters: integerField(64, 1, MAX_SIZE), ...depthwise };

/** What one of the 1 × 1 filters takes in, among the axes of their kernel. */
export const POINTWISE_AXES = [0, 1, 2] as const;

export type SeparableFields = typeof fields;
