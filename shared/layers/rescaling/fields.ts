import { numberField } from '../fields.ts';

export const fields = { scale: numberField(2, -1000, 1000, 0.1), offset: numberField(-1, -1000, 1000, 0.1) };

export type RescalingFields = typeof fields;
