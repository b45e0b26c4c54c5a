import PdfDocument from 'pdfkit';
import type { Drawing, Paint, Shape, TextShape } from '#shared/picture/drawing.ts';
import { cutRuns, type Fonts, startOf } from './fonts.ts';

type Pdf = InstanceType<typeof PdfDocument>;

/** The longest side that a page of PDF 1.x may have, in points. */
const LONGEST_PAGE = 14_400;

/** The drawing as one page of its size, a point to a pixel, smaller where no page is so large; text can be selected and searched. */
export function renderPdf(drawing: Drawing, fonts: Fonts): Promise<Buffer> {
	const scale = Math.min(1, LONGEST_PAGE / Math.max(drawing.width, drawing.height));
	const size: [number, number] = [drawing.width * scale, drawing.height * scale];
	// The format's own fonts would be read from files beside the library; the app brings better ones.
	const pdf = new PdfDocument({ size, margin: 0, font: null as never, info: { Title: drawing.title, Creator: 'Layerloom' } });
	for (const { name, bytes } of Object.values(fonts).flat()) pdf.registerFont(name, bytes);
	const written = collect(pdf);
	pdf.rect(0, 0, ...size).fill(drawing.background);
	pdf.scale(scale).translate(-drawing.x, -drawing.y);
	for (const shape of drawing.shapes) draw(pdf, shape, fonts);
	pdf.end();
	return written;
}

function collect(pdf: Pdf): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		pdf.on('data', (part: Buffer) => parts.push(part));
		pdf.on('end', () => resolve(Buffer.concat(parts)));
		pdf.on('error', reject);
	});
}

function draw(pdf: Pdf, shape: Shape, fonts: Fonts): void {
	switch (shape.kind) {
		case 'rect': {
			const { x, y, width, height, radius } = shape;
			if (radius) pdf.roundedRect(x, y, width, height, radius);
			else pdf.rect(x, y, width, height);
			paint(pdf, shape);
			break;
		}
		case 'path':
			pdf.path(shape.d);
			paint(pdf, shape);
			break;
		case 'text':
			drawText(pdf, shape, fonts);
			break;
		case 'part':
			pdf.save().translate(shape.x, shape.y);
			if (shape.opacity !== undefined) pdf.opacity(shape.opacity);
			for (const inner of shape.shapes) draw(pdf, inner, fonts);
			pdf.restore();
	}
}

function paint(pdf: Pdf, { fill, stroke, strokeWidth = 1, dash }: Paint): void {
	if (stroke) {
		pdf.lineWidth(strokeWidth).lineJoin('round');
		if (dash) pdf.dash(dash[0], { space: dash[1] });
		else pdf.undash();
	}
	if (fill && stroke) pdf.fillAndStroke(fill, stroke);
	else if (fill) pdf.fill(fill);
	else if (stroke) pdf.stroke(stroke);
}

function drawText(pdf: Pdf, shape: TextShape, fonts: Fonts): void {
	const { runs } = cutRuns(shape.text, fonts[shape.face], shape.size);
	let x = startOf(shape, runs);
	for (const { file, text, width } of runs) {
		pdf.font(file.name).fontSize(shape.size).fillColor(shape.fill);
		pdf.text(text, x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
		x += width;
	}
}
