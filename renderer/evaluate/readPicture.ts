import { fromRgba, type WirePixels } from '../ui/pixels.ts';

/** Networks see far less; this keeps a photograph small on its way to the program. */
const LONGEST_SIDE = 512;

/** Decodes a picture file in the page; `null` where the browser cannot. */
export async function readPicture(
	file: Blob,
): Promise<{ readonly pixels: WirePixels; readonly width: number; readonly height: number } | null> {
	try {
		const bitmap = await createImageBitmap(file);
		const { width, height } = bitmap;
		const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.max(1, Math.round(width * scale));
		canvas.height = Math.max(1, Math.round(height * scale));
		const context = canvas.getContext('2d');
		if (!context) return null;
		context.imageSmoothingQuality = 'high';
		context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		bitmap.close();
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		return { pixels: fromRgba(canvas.width, canvas.height, data), width, height };
	} catch {
		return null;
	}
}
