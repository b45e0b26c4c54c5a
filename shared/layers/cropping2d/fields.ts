import { sidesField } from '../fields.ts';

export const fields = { crop: sidesField({ top: 1, bottom: 1, left: 1, right: 1 }, 0, 65_536) };

export type CroppingFields = typeof fields;
