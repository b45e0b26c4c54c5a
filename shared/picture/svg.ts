import type { Drawing, Face, Paint, Shape } from './drawing.ts';

const fonts: Readonly<Record<Face, string>> = {
	text: 'font-family="Inter, Helvetica, Arial, sans-serif" font-weight="400"',
	strong: 'font-family="Inter, Helvetica, Arial, sans-serif" font-weight="600"',
};

/** The drawing as an SVG file, SVG 1.1: text stays text that can be selected and searched, lines stay lines at any size. */
export function svgText({ title, x, y, width, height, background, shapes }: Drawing): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="${[x, y, width, height].map(at).join(' ')}" role="img">`,
		`<title>${escapeXml(title)}</title>`,
		`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${background}"/>`,
		...shapes.map(write),
		'</svg>',
		'',
	].join('\n');
}

function write(shape: Shape): string {
	switch (shape.kind) {
		case 'rect': {
			const { x, y, width, height, radius } = shape;
			const corners = radius ? ` rx="${at(radius)}"` : '';
			return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}"${corners}${paint(shape)}/>`;
		}
		case 'path':
			return `<path d="${shape.d}"${paint(shape)}/>`;
		case 'text': {
			const { x, y, text, size, face, fill, anchor } = shape;
			return `<text x="${at(x)}" y="${at(y)}" font-size="${size}" ${fonts[face]} fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
		}
		case 'part': {
			const { x, y, label, shapes, opacity } = shape;
			const faded = opacity === undefined ? '' : ` opacity="${opacity}"`;
			return [
				`<g transform="translate(${at(x)} ${at(y)})"${faded}>`,
				`<title>${escapeXml(label)}</title>`,
				...shapes.map(write),
				'</g>',
			].join('\n');
		}
	}
}

function paint({ fill, stroke, strokeWidth, dash, opacity }: Paint): string {
	return [
		` fill="${fill ?? 'none'}"`,
		stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth ?? 1}" stroke-linejoin="round"` : '',
		dash ? ` stroke-dasharray="${dash.join(' ')}"` : '',
		opacity === undefined ? '' : ` opacity="${opacity}"`,
	].join('');
}

/** Hundredths of a pixel are finer than any printer. */
function at(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/** As the content of an element or attribute; what XML 1.0 cannot hold at all (control signs, halves of pairs) becomes "�". */
export function escapeXml(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
