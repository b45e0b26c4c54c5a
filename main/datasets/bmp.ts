import type { Picture } from '#shared/pictures/pixels.ts';

const HEADER_BYTES = 54;

export function isBmp(bytes: Uint8Array): boolean {
	return bytes[0] === 0x42 && bytes[1] === 0x4d;
}

/** Width and height from the header of a BMP file; throws where there is none. */
export function readBmpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
	if (!isBmp(bytes) || bytes.length < HEADER_BYTES) throw new Error('The file is no BMP picture.');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const width = view.getInt32(18, true);
	const height = Math.abs(view.getInt32(22, true));
	if (width < 1 || height < 1) throw new Error('The BMP header has no size.');
	return { width, height };
}

/** Decodes an uncompressed BMP of 1, 4, 8, 24 or 32 bits a pixel (the ones that paint programs write). */
export function decodeBmp(bytes: Uint8Array): Picture {
	const { width, height } = readBmpSize(bytes);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = view.getUint32(10, true);
	const headerSize = view.getUint32(14, true);
	// Rows are stored from the bottom up unless the height is negative.
	const isTopDown = view.getInt32(22, true) < 0;
	const bits = view.getUint16(28, true);
	const compression = view.getUint32(30, true);
	const isPlain = compression === 0 || (compression === 3 && bits === 32);
	if (!isPlain || ![1, 4, 8, 24, 32].includes(bits)) throw new Error(`BMP compression ${compression} with ${bits} bits is not read.`);
	const rowBytes = Math.ceil((width * bits) / 32) * 4;
	if (start + rowBytes * height > bytes.length) throw new Error('The file ends too early.');
	const palette = 14 + headerSize;
	const data = new Uint8Array(width * height * 3);
	for (let row = 0; row < height; row++) {
		const from = start + rowBytes * (isTopDown ? row : height - 1 - row);
		for (let column = 0; column < width; column++) {
			const at = bits >= 24 ? from + (column * bits) / 8 : palette + 4 * paletteIndex(bytes, from, column, bits);
			const to = (row * width + column) * 3;
			data[to] = bytes[at + 2] ?? 0;
			data[to + 1] = bytes[at + 1] ?? 0;
			data[to + 2] = bytes[at] ?? 0;
		}
	}
	return { width, height, channels: 3, data };
}

function paletteIndex(bytes: Uint8Array, row: number, column: number, bits: number): number {
	const perByte = 8 / bits;
	const byte = bytes[row + Math.trunc(column / perByte)] ?? 0;
	const shift = 8 - bits * ((column % perByte) + 1);
	return (byte >> shift) & (2 ** bits - 1);
}
