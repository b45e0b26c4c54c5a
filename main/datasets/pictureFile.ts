import { open, readFile, stat } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import { type Picture, takeRgb, withChannels } from '#shared/pictures/pixels.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { words } from '../words.ts';
import { decodeBmp, isBmp, readBmpSize } from './bmp.ts';
import { decodeJpeg } from './jpeg.ts';
import { type JpegHeader, readJpegHeader } from './jpegHeader.ts';

/** What a picture's first bytes say of it. */
export interface PictureHeader {
	readonly width: number;
	readonly height: number;
	/** 1 for a grey picture, else 3. */
	readonly channels: 1 | 3;
}

/** The file is no picture that we can use; `message` says why in words. */
export class PictureError extends Error {}

/** Loaded at first use: data that needs no library does without it. */
const loadSharp = async () => (await import('sharp')).default;

const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 64;
/** A small file that claims more pixels than this would fill the memory. */
const MAX_PIXELS = 100_000_000;
/** A picture is read whole, and Node reads no file of 2 GB or more. */
const MAX_FILE_BYTES = 1_000_000_000;
/** Up to this size the WebAssembly decoder is faster than the library. */
const SMALL_JPEG_BYTES = 256 * 1024;
const SMALL_JPEG_PIXELS = 512 * 512;

/** Reads size and colour, and notices a file that ends too early, without decoding it. */
export async function readPictureHeader(path: string, fileBytes: number): Promise<PictureHeader> {
	checkFileSize(fileBytes);
	const { head, tail } = await readEnds(path, fileBytes);
	if (isBmp(head)) {
		const size = orPictureError(() => readBmpSize(head));
		return checkSize({ ...size, channels: 3 });
	}
	const jpeg = readJpegHeader(head);
	if (jpeg !== null) {
		if (!hasJpegEnd(tail)) throw truncated();
		if (!jpeg.hasExif && jpeg.width > 0)
			return checkSize({ width: jpeg.width, height: jpeg.height, channels: jpeg.components === 1 ? 1 : 3 });
	}
	if (isPng(head) && !tail.includes('IEND', 0, 'latin1')) throw truncated();
	try {
		const sharp = await loadSharp();
		const about = await sharp(path, { limitInputPixels: false }).metadata();
		const { width, height } = about.autoOrient;
		return checkSize({ width, height, channels: about.space === 'b-w' || about.space === 'grey16' ? 1 : 3 });
	} catch (error) {
		throw asPictureError(error);
	}
}

/** Decodes a picture and scales it to `size` (`[height, width, channels]`); with `null` it keeps its own size and colours. */
export async function decodePictureFile(path: string, size: MapShape | null): Promise<Picture> {
	checkFileSize((await stat(path)).size);
	const bytes = await readFile(path);
	try {
		const own = await decodeSmall(bytes);
		if (own === null) return await decodeLarge(bytes, size);
		return await scaleTo(own, size);
	} catch (error) {
		throw asPictureError(error);
	}
}

/** A picture scaled to a network's input; sides are stretched independently, as the frameworks' own loaders do. */
async function scaleTo(picture: Picture, size: MapShape | null): Promise<Picture> {
	if (size === null) return picture;
	const channels = size[2] === 1 ? 1 : 3;
	if (picture.height === size[0] && picture.width === size[1]) return withChannels(picture, channels);
	const sharp = await loadSharp();
	const raw = { width: picture.width, height: picture.height, channels: picture.channels };
	return withChannels(await finish(resize(sharp(picture.data, { raw }), size)), channels);
}

async function decodeSmall(bytes: Buffer): Promise<Picture | null> {
	if (isBmp(bytes)) {
		checkSize({ ...readBmpSize(bytes), channels: 3 });
		return decodeBmp(bytes);
	}
	const header = readJpegHeader(bytes);
	if (header === null || !isSmall(header, bytes)) return null;
	const image = await decodeJpeg(bytes);
	const data = new Uint8Array(image.width * image.height * 3);
	takeRgb(image.rgba, data);
	return { width: image.width, height: image.height, channels: 3, data };
}

/** Turned pictures, four-colour ones and large ones are left to the library, which knows them all. */
function isSmall(header: JpegHeader, bytes: Buffer): boolean {
	if (header.hasExif || header.width === 0 || ![1, 3].includes(header.components)) return false;
	if (!hasJpegEnd(bytes.subarray(-TAIL_BYTES))) throw truncated();
	return bytes.length <= SMALL_JPEG_BYTES && header.width * header.height <= SMALL_JPEG_PIXELS;
}

async function decodeLarge(bytes: Buffer, size: MapShape | null): Promise<Picture> {
	const sharp = await loadSharp();
	const image = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).autoOrient();
	const picture = await finish(size === null ? image : resize(image, size));
	return size === null ? picture : withChannels(picture, size[2] === 1 ? 1 : 3);
}

function resize(image: Sharp, size: MapShape): Sharp {
	return image.resize({ height: size[0], width: size[1], fit: 'fill', kernel: 'linear' });
}

async function finish(image: Sharp): Promise<Picture> {
	// See-through parts become white paper.
	const { data, info } = await image
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.raw({ depth: 'uchar' })
		.toBuffer({ resolveWithObject: true });
	if (info.channels !== 1 && info.channels !== 3) throw new Error(`${info.channels} colour channels`);
	return { width: info.width, height: info.height, channels: info.channels, data: new Uint8Array(data) };
}

async function readEnds(path: string, fileBytes: number): Promise<{ head: Buffer; tail: Buffer }> {
	const file = await open(path, 'r');
	try {
		const head = Buffer.alloc(Math.min(HEAD_BYTES, fileBytes));
		await file.read(head, 0, head.length, 0);
		if (fileBytes <= HEAD_BYTES) return { head, tail: head.subarray(-TAIL_BYTES) };
		const tail = Buffer.alloc(TAIL_BYTES);
		await file.read(tail, 0, TAIL_BYTES, fileBytes - TAIL_BYTES);
		return { head, tail };
	} finally {
		await file.close();
	}
}

function checkFileSize(bytes: number): void {
	if (bytes === 0) throw new PictureError(words.text(message('data.folder.problem.emptyFile')));
	if (bytes <= MAX_FILE_BYTES) return;
	throw new PictureError(
		words.text(message('data.folder.problem.fileTooLarge', { size: words.bytes(bytes), limit: words.bytes(MAX_FILE_BYTES) })),
	);
}

function hasJpegEnd(tail: Buffer): boolean {
	return tail.lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0;
}

function isPng(head: Buffer): boolean {
	return head.length > 8 && head.readUInt32BE(0) === 0x89504e47;
}

function checkSize(header: PictureHeader): PictureHeader {
	if (header.width * header.height <= MAX_PIXELS) return header;
	throw new PictureError(words.text(message('data.folder.problem.tooManyPixels', { width: header.width, height: header.height })));
}

function truncated(): PictureError {
	return new PictureError(words.text(message('data.folder.problem.truncated')));
}

function orPictureError<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		throw asPictureError(error);
	}
}

/** Errors of the file system pass through: a folder that is gone is no broken picture. */
function asPictureError(error: unknown): unknown {
	if (error instanceof PictureError || (error instanceof Error && 'syscall' in error)) return error;
	const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
	return new PictureError(words.text(message('data.folder.problem.unreadable', { reason })), { cause: error });
}
