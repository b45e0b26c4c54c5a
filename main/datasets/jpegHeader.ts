/** What the segments before the picture data say. `width` is 0 where the size lies further in than was read. */
export interface JpegHeader {
	readonly width: number;
	readonly height: number;
	readonly components: number;
	/** May ask for the picture to be turned. */
	readonly hasExif: boolean;
}

const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Reads the size from the first bytes of a JPEG file; `null` where it is none (ITU-T T.81, annex B). */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let hasExif = false;
	let at = 2;
	while (at + 9 < bytes.length) {
		if (bytes[at] !== 0xff) break;
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (START_OF_FRAME.has(marker)) {
			return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components: bytes[at + 9] ?? 0, hasExif };
		}
		if (marker === 0xe1) hasExif = true;
		at += 2 + view.getUint16(at + 2);
	}
	return { width: 0, height: 0, components: 0, hasExif };
}
