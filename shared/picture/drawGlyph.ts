import type { Category } from '../layers/defineLayer.ts';
import type { TensorShape } from '../tensor/shape.ts';
import type { Shape } from './drawing.ts';
import { boundsOf, measureGlyph, type SlabMeasure, slope } from './glyph.ts';
import { mix, type Palette } from './palette.ts';

/** The slab or bar of a tensor around a middle point: `[28, 28, 6]` → a slab of top, face and front with six stripes. */
export function drawGlyph(
	shape: TensorShape,
	largest: number,
	category: Category,
	palette: Palette,
	middle: { readonly x: number; readonly y: number },
): readonly Shape[] {
	const measure = measureGlyph(shape, largest);
	const bounds = boundsOf(measure);
	const x = middle.x - bounds.width / 2;
	const y = middle.y - bounds.height / 2;
	const colour = palette.categories[category];
	const front = mix(colour, palette.card, palette.slab.front);
	const lines = mix(colour, palette.card, 0.4);
	if (measure.kind === 'slab') return drawSlab(measure, x, y + measure.width * slope.up, { colour, front, lines }, palette);
	const cuts = Array.from({ length: Math.max(measure.cells - 1, 0) }, (_, cell) =>
		line(x + 1, y + (measure.height * (cell + 1)) / measure.cells, `h${measure.width - 2}`),
	);
	return [
		{ kind: 'rect', x, y, width: measure.width, height: measure.height, radius: 1.5, fill: front, stroke: colour, strokeWidth: 1 },
		...(cuts.length > 0 ? [{ kind: 'path', d: cuts.join(''), stroke: lines, strokeWidth: 1 } as const] : []),
	];
}

function drawSlab(
	{ height, width, depth, channels }: SlabMeasure,
	x: number,
	y: number,
	{ colour, front, lines }: { readonly colour: string; readonly front: string; readonly lines: string },
	palette: Palette,
): readonly Shape[] {
	const across = round(width * slope.across);
	const up = round(width * slope.up);
	const h = round(height);
	const d = round(depth);
	const edge = { stroke: colour, strokeWidth: 1 };
	const cuts = Array.from({ length: channels - 1 }, (_, cut) => line(x + (d * (cut + 1)) / channels, y + 1, `v${round(h - 2)}`));
	return [
		{
			kind: 'path',
			d: `${line(x, y, `l${across} ${-up}`)}h${d}l${-across} ${up}z`,
			fill: mix(colour, palette.card, palette.slab.top),
			...edge,
		},
		{
			kind: 'path',
			d: `${line(x + d, y, `l${across} ${-up}`)}v${h}l${-across} ${up}z`,
			fill: mix(colour, palette.card, palette.slab.face),
			...edge,
		},
		{ kind: 'rect', x: round(x), y: round(y), width: d, height: h, fill: front, ...edge },
		...(cuts.length > 0 ? [{ kind: 'path', d: cuts.join(''), stroke: lines, strokeWidth: 1 } as const] : []),
	];
}

function line(x: number, y: number, rest: string): string {
	return `M${round(x)} ${round(y)}${rest}`;
}

/** Tenths of a pixel keep the file short and the picture exact. */
function round(value: number): number {
	return Math.round(value * 10) / 10;
}
