import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(body.length + 8);
	frame.writeUInt32BE(data.length, 0);
	body.copy(frame, 4);
	frame.writeUInt32BE(crc32(body), body.length + 4);
	return frame;
}

/** A PNG of one grey. */
function greyPng(width: number, height: number, grey: number): Buffer {
	return pngOf(width, height, Buffer.alloc(width * height, grey));
}

/** A PNG of grey pixels, 8 bits each, row by row (RFC 2083). */
export function pngOf(width: number, height: number, pixels: Uint8Array): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header[8] = 8;
	const rows = Buffer.alloc(height * (width + 1));
	for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/**
 * A folder that can be learned: dark and light pictures of 16 × 16, `count` of each; one of them is cut off in the middle and one
 * file is no picture. Returns its path.
 */
export function makeImageFolder(parent: string, count: number): string {
	const folder = join(parent, 'shades');
	for (const [name, base] of [
		['dark', 20],
		['light', 200],
	] as const) {
		mkdirSync(join(folder, name), { recursive: true });
		for (let index = 0; index < count; index++) {
			writeFileSync(join(folder, name, `${name}-${index}.png`), greyPng(16, 16, base + (index % 20)));
		}
	}
	writeFileSync(join(folder, 'dark', 'broken.png'), greyPng(16, 16, 3).subarray(0, 40));
	writeFileSync(join(folder, 'light', 'notes.txt'), 'not a picture');
	return folder;
}
