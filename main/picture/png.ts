import sharp from 'sharp';
import type { Drawing, Shape, TextShape } from '#shared/picture/drawing.ts';
import { svgText } from '#shared/picture/svg.ts';
import { cutRuns, type Fonts, startOf } from './fonts.ts';

/** What image programs and browsers still open. */
const LONGEST_SIDE = 16_000;
/** Of an SVG at one pixel to one. */
const DENSITY = 72;

interface PngPicture {
	readonly bytes: Buffer;
	readonly width: number;
	readonly height: number;
}

/**
 * The drawing in pixels, `scale` of them to one of the drawing, fewer where the longer side would pass 16,000. Letters become outlines of
 * the app's own typefaces; a text with signs that these lack is left to the machine's.
 */
export async function renderPng(drawing: Drawing, scale: number, fonts: Fonts): Promise<PngPicture> {
	const used = Math.min(scale, LONGEST_SIDE / Math.max(drawing.width, drawing.height));
	const outlined = { ...drawing, shapes: drawing.shapes.map((shape) => outline(shape, fonts)) };
	const { data, info } = await sharp(Buffer.from(svgText(outlined)), { density: DENSITY * used, unlimited: true })
		.resize(Math.max(1, Math.round(drawing.width * used)), Math.max(1, Math.round(drawing.height * used)), { fit: 'fill' })
		.png()
		.toBuffer({ resolveWithObject: true });
	return { bytes: data, width: info.width, height: info.height };
}

function outline(shape: Shape, fonts: Fonts): Shape {
	if (shape.kind === 'part') return { ...shape, shapes: shape.shapes.map((inner) => outline(inner, fonts)) };
	return shape.kind === 'text' ? outlineText(shape, fonts) : shape;
}

function outlineText(shape: TextShape, fonts: Fonts): Shape {
	const { runs, isComplete } = cutRuns(shape.text, fonts[shape.face], shape.size);
	if (!isComplete) return shape;
	let x = startOf(shape, runs);
	const parts: string[] = [];
	for (const { file, text } of runs) {
		const { glyphs, positions } = file.font.layout(text);
		const unit = shape.size / file.font.unitsPerEm;
		glyphs.forEach((glyph, index) => {
			const place = positions[index];
			parts.push(
				glyph.path
					.scale(unit, -unit)
					.translate(x + (place?.xOffset ?? 0) * unit, shape.y)
					.toSVG(),
			);
			x += (place?.xAdvance ?? glyph.advanceWidth) * unit;
		});
	}
	return { kind: 'path', d: parts.join(''), fill: shape.fill };
}
