import type { Picture } from '#shared/pictures/pixels.ts';

/** A picture as the contract carries it: 8-bit pixels, row-major, channels-last, base64. */
export interface WirePixels {
	readonly width: number;
	readonly height: number;
	readonly channels: 1 | 3;
	readonly data: string;
}

export function decodePixels(data: string): Uint8Array<ArrayBuffer> {
	const text = atob(data);
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
	return bytes;
}

export function encodePixels(bytes: Uint8Array): string {
	const pieces: string[] = [];
	const pieceLength = 0x8000;
	for (let start = 0; start < bytes.length; start += pieceLength) {
		pieces.push(String.fromCharCode(...bytes.subarray(start, start + pieceLength)));
	}
	return btoa(pieces.join(''));
}

/** The same pixels with four bytes each, opaque, as a canvas wants them: grey spreads over red, green and blue. */
export function toRgba({ width, height, channels, data }: WirePixels): Uint8ClampedArray<ArrayBuffer> {
	const bytes = decodePixels(data);
	const rgba = new Uint8ClampedArray(width * height * 4);
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let channel = 0; channel < 3; channel++) {
			rgba[pixel * 4 + channel] = bytes[channels === 1 ? pixel : pixel * 3 + channel] ?? 0;
		}
		rgba[pixel * 4 + 3] = 255;
	}
	return rgba;
}

/** A picture as the contract carries it. */
export function toWire({ width, height, channels, data }: Picture): WirePixels {
	return { width, height, channels, data: encodePixels(data) };
}
