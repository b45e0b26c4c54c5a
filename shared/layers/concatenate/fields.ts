import { choiceField } from '../fields.ts';

export const axes = ['channels', 'height', 'width'] as const;
export type Axis = (typeof axes)[number];

export const fields = { axis: choiceField(axes, 'channels', 'segments') };

export type ConcatenateFields = typeof fields;
