import { z } from 'zod';
import { halfPixelGrowth } from '../halfPixel.ts';
import { layers, one, pair, type Rule, type Translation } from './translation.ts';

function grown(size: readonly [number, number], interpolation: unknown, countsFromCorner: boolean): Translation | null {
	if (size.every((factor) => factor === 1)) return { kind: 'dropped', note: null };
	if (interpolation === 'nearest') return one('upSampling2d', { size: [...size], interpolation });
	if (interpolation !== 'bilinear') return null;
	return countsFromCorner ? one('upSampling2d', { size: [...size], interpolation }) : layers(halfPixelGrowth(size));
}

const whole = z.tuple([z.int().min(1), z.int().min(1)]);

/** Layers that change the number of rows and columns without weights. */
export const resizingRules: Readonly<Record<string, Rule>> = {
	UpSampling2D: (config, { dialect }) =>
		grown(pair.parse(config.size ?? 2), config.interpolation ?? 'nearest', dialect.countsFromCorner === true),
	/** By whole factors; preserving the ratio of sides would cut or fill. */
	Resizing: (config, { shapes: [shape] }) => {
		if (config.crop_to_aspect_ratio === true || config.pad_to_aspect_ratio === true) return null;
		const factors = whole.safeParse([Number(config.height) / (shape?.[0] ?? 0), Number(config.width) / (shape?.[1] ?? 0)]).data;
		return factors ? grown(factors, config.interpolation ?? 'bilinear', false) : null;
	},
	CenterCrop: (config, { shapes: [shape] }) => {
		const [height, width] = whole.parse([config.height, config.width]);
		const [rows = 0, columns = 0] = shape ?? [];
		if (rows < height || columns < width) return null;
		const [top, left] = [Math.floor((rows - height) / 2), Math.floor((columns - width) / 2)];
		return one('cropping2d', { crop: { top, left, bottom: rows - height - top, right: columns - width - left } });
	},
};
