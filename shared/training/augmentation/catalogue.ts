import { z } from 'zod';
import { brightness } from './brightness.ts';
import { contrast } from './contrast.ts';
import { crop } from './crop.ts';
import { cutout } from './cutout.ts';
import { flip } from './flip.ts';
import { mixup } from './mixup.ts';
import { noise } from './noise.ts';
import { rotate } from './rotate.ts';
import { shift } from './shift.ts';
import { zoom } from './zoom.ts';

/** All transformations, in the order in which they are shown and applied. A new one is one file and one line here. */
export const transformations = [flip, shift, rotate, zoom, crop, brightness, contrast, noise, cutout, mixup] as const;

export type TransformationName = (typeof transformations)[number]['name'];

/** The strength of each transformation that is switched on; one that is off is left out. */
export const augmentationSchema = z.object(
	Object.fromEntries(
		transformations.map(({ name, strength }) => [name, z.number().min(strength.min).max(strength.max).exactOptional()]),
	) as Record<TransformationName, z.ZodExactOptional<z.ZodNumber>>,
);
export type Augmentation = Readonly<z.infer<typeof augmentationSchema>>;

export function isAugmenting(augmentation: Augmentation): boolean {
	return transformations.some(({ name }) => augmentation[name] !== undefined);
}

/** The transformations' own words, `augmentation.<name>.<part>`. */
export function augmentationTexts(): Readonly<Record<string, string>> {
	return Object.fromEntries(
		transformations.flatMap(({ name, text }) =>
			Object.entries(text).map(([part, sentence]) => [`augmentation.${name}.${part}`, sentence] as const),
		),
	);
}
