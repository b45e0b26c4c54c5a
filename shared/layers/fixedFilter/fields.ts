import type { ConfigOf } from '../fields.ts';
import { choiceField, integerField, matrixField, numberField, padField, stridesField } from '../fields.ts';
import { paddingField, type SlidingSettings } from '../slidingWindow.ts';

export const filterNames = ['identity', 'boxBlur', 'gaussianBlur', 'sharpen', 'sobelX', 'sobelY', 'laplacian', 'emboss', 'own'] as const;
export type FilterName = (typeof filterNames)[number];

export const fields = {
	filter: choiceField(filterNames, 'sobelX', 'menu'),
	size: integerField(3, 1, 31, {
		symbol: { letters: 'a b', role: 'kernel' },
		isVisible: ({ filter }) => filter === 'boxBlur' || filter === 'gaussianBlur',
	}),
	sigma: numberField(1, 0.1, 20, 0.1, { isVisible: ({ filter }) => filter === 'gaussianBlur' }),
	matrix: matrixField(
		[
			[0, 1, 0],
			[1, -4, 1],
			[0, 1, 0],
		],
		15,
		{ isVisible: ({ filter }) => filter === 'own' },
	),
	strides: stridesField([1, 1]),
	padding: paddingField('same'),
	pad: padField(),
};

export type FixedFilterFields = typeof fields;

export function slidingSettings(config: ConfigOf<FixedFilterFields>, rows: readonly (readonly number[])[]): SlidingSettings {
	const { strides, padding, pad } = config;
	return { window: [rows.length, rows[0]?.length ?? 1], strides, dilationRate: [1, 1], padding, pad, windowField: 'filter' };
}
