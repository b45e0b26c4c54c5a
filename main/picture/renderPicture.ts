import type { Drawing } from '#shared/picture/drawing.ts';
import { svgText } from '#shared/picture/svg.ts';
import { loadFonts } from './fonts.ts';

export const pictureFormats = ['svg', 'png', 'pdf'] as const;
type PictureFormat = (typeof pictureFormats)[number];

/** Size in pixels; of a page, in points. */
interface RenderedPicture {
	readonly bytes: Buffer;
	readonly width: number;
	readonly height: number;
}

/** A drawing as the bytes of a file. What makes pixels and pages is loaded on the first need. */
export async function renderPicture(drawing: Drawing, format: PictureFormat, scale: number, fontsFolder: string): Promise<RenderedPicture> {
	const { width, height } = drawing;
	switch (format) {
		case 'svg':
			return { bytes: Buffer.from(svgText(drawing)), width, height };
		case 'png': {
			const { renderPng } = await import('./png.ts');
			return renderPng(drawing, scale, await loadFonts(fontsFolder));
		}
		case 'pdf': {
			const { renderPdf } = await import('./pdf.ts');
			return { bytes: await renderPdf(drawing, await loadFonts(fontsFolder)), width, height };
		}
	}
}
