import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * @typedef {{ name: string, method: number, compressed: number, size: number, offset: number, mode: number }} ZipEntry
 */

/**
 * The list of files in a zip archive, read from its directory at the end (zip64 included), without reading the files.
 * Throws when the file is no archive or is cut short.
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readZipEntries(file) {
	const { size } = await file.stat();
	const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
	const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0) throw new Error('The archive is cut short: its directory is missing.');
	let count = tail.readUInt16LE(end + 10);
	let length = tail.readUInt32LE(end + 12);
	let offset = tail.readUInt32LE(end + 16);
	const locator = end - 20;
	if (locator >= 0 && tail.readUInt32LE(locator) === 0x07064b50) {
		const large = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
		count = Number(large.readBigUInt64LE(32));
		length = Number(large.readBigUInt64LE(40));
		offset = Number(large.readBigUInt64LE(48));
	}
	const directory = await readAt(file, offset, length);
	/** @type {ZipEntry[]} */
	const entries = [];
	for (let at = 0; entries.length < count; ) {
		if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('The archive has a broken directory.');
		const nameLength = directory.readUInt16LE(at + 28);
		const extraLength = directory.readUInt16LE(at + 30);
		const commentLength = directory.readUInt16LE(at + 32);
		const entry = {
			name: directory.toString('utf8', at + 46, at + 46 + nameLength),
			method: directory.readUInt16LE(at + 10),
			compressed: directory.readUInt32LE(at + 20),
			size: directory.readUInt32LE(at + 24),
			offset: directory.readUInt32LE(at + 42),
			mode: directory.readUInt32LE(at + 38) >>> 16,
		};
		readLargeSizes(entry, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
		entries.push(entry);
		at += 46 + nameLength + extraLength + commentLength;
	}
	return entries;
}

/** Zip64 keeps a size or place that does not fit 32 bits in the extra field, in this order. @param {ZipEntry} entry @param {Buffer} extra */
function readLargeSizes(entry, extra) {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		let next = at + 4;
		for (const key of /** @type {const} */ (['size', 'compressed', 'offset'])) {
			if (entry[key] !== 0xffffffff) continue;
			entry[key] = Number(extra.readBigUInt64LE(next));
			next += 8;
		}
	}
}

/**
 * Unpacks the wanted files of an archive into a folder, one after the other, streaming. File modes are kept.
 * @param {string} archive
 * @param {string} folder
 * @param {{ rename?: (name: string) => string | null, onProgress?: (done: number, total: number) => void }} [options]
 *   `rename` gives the path below the folder, or `null` to leave a file out
 */
export async function unpackZip(archive, folder, { rename = (name) => name, onProgress } = {}) {
	const file = await open(archive, 'r');
	try {
		const wanted = (await readZipEntries(file)).flatMap((entry) => {
			const name = entry.name.endsWith('/') ? null : rename(entry.name);
			return name === null ? [] : [{ entry, target: safeJoin(folder, name) }];
		});
		const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
		let done = 0;
		for (const { entry, target } of wanted) {
			await mkdir(dirname(target), { recursive: true });
			await unpackEntry(file, entry, target, (bytes) => {
				done += bytes;
				onProgress?.(done, total);
			});
		}
		return wanted.length;
	} finally {
		await file.close();
	}
}

/**
 * @param {import('node:fs/promises').FileHandle} file @param {ZipEntry} entry @param {string} target
 * @param {(bytes: number) => void} onBytes
 */
async function unpackEntry(file, entry, target, onBytes) {
	const header = await readAt(file, entry.offset, 30);
	const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
	const output = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 });
	if (entry.compressed === 0) {
		await new Promise((resolve, reject) => {
			output.once('error', reject);
			output.end(() => resolve(undefined));
		});
		return;
	}
	const input = createReadStream('', { fd: file.fd, start, end: start + entry.compressed - 1, autoClose: false, highWaterMark: 1 << 20 });
	if (entry.method !== 0 && entry.method !== 8)
		throw new Error(`${entry.name} is packed with method ${entry.method}, which is not read here.`);
	let written = 0;
	/** @param {AsyncIterable<Buffer>} chunks */
	async function* count(chunks) {
		for await (const chunk of chunks) {
			written += chunk.length;
			onBytes(chunk.length);
			yield chunk;
		}
	}
	if (entry.method === 8) await pipeline(input, createInflateRaw({ chunkSize: 1 << 20 }), count, output);
	else await pipeline(input, count, output);
	if (written !== entry.size) throw new Error(`${entry.name} has ${written} bytes instead of ${entry.size}.`);
}

/** No entry may climb out of the folder. @param {string} folder @param {string} name */
function safeJoin(folder, name) {
	const target = join(folder, name);
	if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep))
		throw new Error(`The archive holds a file outside its folder: ${name}`);
	return target;
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function readAt(file, position, length) {
	const buffer = Buffer.alloc(length);
	const { bytesRead } = await file.read(buffer, 0, length, position);
	if (bytesRead !== length) throw new Error('The archive is cut short.');
	return buffer;
}
