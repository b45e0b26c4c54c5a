import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unpackZip } from './zip.mjs';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'layerloom-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes an archive by hand, after the format's own description. @param {readonly { name: string, text: string, mode?: number }[]} files */
function writeZip(files) {
	/** @type {Buffer[]} */
	const parts = [];
	/** @type {Buffer[]} */
	const directory = [];
	let offset = 0;
	for (const [index, { name, text, mode = 0o644 }] of files.entries()) {
		const plain = Buffer.from(text);
		// Both methods, so that both are read.
		const method = index % 2 === 0 ? 8 : 0;
		const packed = method === 8 ? deflateRawSync(plain) : plain;
		const header = Buffer.alloc(30);
		header.writeUInt32LE(0x04034b50, 0);
		header.writeUInt16LE(method, 8);
		header.writeUInt32LE(packed.length, 18);
		header.writeUInt32LE(plain.length, 22);
		header.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(method, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(plain.length, 24);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE((mode << 16) >>> 0, 38);
		entry.writeUInt32LE(offset, 42);
		parts.push(header, Buffer.from(name), packed);
		directory.push(entry, Buffer.from(name));
		offset += 30 + name.length + packed.length;
	}
	const length = directory.reduce((sum, part) => sum + part.length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(length, 12);
	end.writeUInt32LE(offset, 16);
	const file = join(folder, 'archive.zip');
	writeFileSync(file, Buffer.concat([...parts, ...directory, end]));
	return file;
}

it('wanted files are unpacked with their modes, others are left', async () => {
	const archive = writeZip([
		{ name: 'a/tool', text: 'run '.repeat(1000), mode: 0o755 },
		{ name: 'a/notes.txt', text: 'stored as it is' },
		{ name: 'b/other', text: 'left' },
		{ name: 'a/empty', text: '' },
	]);
	const target = join(folder, 'out');
	const count = await unpackZip(archive, target, { rename: (name) => (name.startsWith('a/') ? name.slice(2) : null) });
	expect(count).toBe(3);
	expect(readFileSync(join(target, 'tool'), 'utf8')).toBe('run '.repeat(1000));
	expect(readFileSync(join(target, 'notes.txt'), 'utf8')).toBe('stored as it is');
	expect(statSync(join(target, 'tool')).mode & 0o111).not.toBe(0);
	expect(statSync(join(target, 'empty')).size).toBe(0);
});

it('an archive that is cut short is refused', async () => {
	const archive = writeZip([{ name: 'a', text: 'text' }]);
	truncateSync(archive, statSync(archive).size - 30);
	await expect(unpackZip(archive, join(folder, 'out'))).rejects.toThrow(/cut short/);
});

it('a file that would land outside the folder is refused', async () => {
	const archive = writeZip([{ name: '../../escaped', text: 'text' }]);
	await expect(unpackZip(archive, join(folder, 'out'))).rejects.toThrow(/outside its folder/);
});
