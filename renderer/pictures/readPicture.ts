import { onWhite, type Picture } from '#shared/pictures/pixels.ts';

/** Networks see far less; this keeps a photograph small on its way to the program. */
const LONGEST_SIDE = 512;

/** Decodes a picture file in the page; `null` where the browser cannot. */
export async function readPicture(
	file: Blob,
): Promise<{ readonly picture: Picture; readonly width: number; readonly height: number } | null> {
	try {
		const bitmap = await createImageBitmap(file);
		const { width, height } = bitmap;
		const picture = takePicture(bitmap, width, height);
		bitmap.close();
		return picture && { picture, width, height };
	} catch {
		return null;
	}
}

/** The pixels of an image or of a moment of a video, at most as large as networks need; `null` where the page may not read them. */
export function takePicture(source: CanvasImageSource, width: number, height: number): Picture | null {
	const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(width * scale));
	canvas.height = Math.max(1, Math.round(height * scale));
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.imageSmoothingQuality = 'high';
	context.drawImage(source, 0, 0, canvas.width, canvas.height);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	return onWhite(canvas.width, canvas.height, data);
}
