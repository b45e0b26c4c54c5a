import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Decoded pictures of one folder at one size: pixels of the training samples, then of the test samples. */
export interface DecodedFolder {
	readonly index: DecodedIndex;
	readonly pixels: Uint8Array;
}

const problemSchema = z.object({
	file: z.string(),
	kind: z.enum(['unreadable', 'resized', 'notAnImage', 'emptyClass']),
	detail: z.string(),
});
const indexSchema = z.object({
	version: z.literal(1),
	names: z.array(z.string()),
	labels: z.array(z.int().min(0)),
	train: z.int().min(0),
	bytes: z.int().min(0),
	problems: z.array(problemSchema),
	problemCount: z.int().min(0),
});
export type DecodedIndex = z.infer<typeof indexSchema>;

const MAX_ENTRY_BYTES = 1_000_000_000;
const MAX_TOTAL_BYTES = 2_000_000_000;

/** Reads an entry; anything but a whole one counts as none. */
export async function readDecoded(folder: string, key: string): Promise<DecodedFolder | null> {
	const path = join(folder, key);
	try {
		const index = await readDecodedIndex(folder, key);
		if (index === null) return null;
		const pixels = await readFile(join(path, 'pixels.bin'));
		if (pixels.length !== index.bytes) return null;
		const now = new Date();
		await utimes(path, now, now).catch(() => undefined);
		return { index, pixels: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength) };
	} catch {
		return null;
	}
}

export async function readDecodedIndex(folder: string, key: string): Promise<DecodedIndex | null> {
	try {
		return indexSchema.parse(JSON.parse(await readFile(join(folder, key, 'index.json'), 'utf8')));
	} catch {
		return null;
	}
}

/** Keeps an entry if it is not too large, and drops the ones unused for longest. A full disk costs speed only. */
export async function writeDecoded(folder: string, key: string, decoded: DecodedFolder): Promise<void> {
	if (decoded.pixels.length > MAX_ENTRY_BYTES) return;
	const temporary = join(folder, `.${key}.${process.pid}.partial`);
	try {
		await mkdir(temporary, { recursive: true });
		await writeFile(join(temporary, 'pixels.bin'), decoded.pixels);
		await writeFile(join(temporary, 'index.json'), JSON.stringify(decoded.index));
		await rm(join(folder, key), { recursive: true, force: true });
		await rename(temporary, join(folder, key));
		await dropOldest(folder, key);
	} catch {
		await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
	}
}

async function dropOldest(folder: string, keep: string): Promise<void> {
	const entries: { name: string; bytes: number; usedMs: number }[] = [];
	for (const name of await readdir(folder)) {
		const pixels = await stat(join(folder, name, 'pixels.bin')).catch(() => null);
		const used = await stat(join(folder, name)).catch(() => null);
		if (pixels && used) entries.push({ name, bytes: pixels.size, usedMs: used.mtimeMs });
	}
	let total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
	for (const entry of entries.sort((a, b) => a.usedMs - b.usedMs)) {
		if (total <= MAX_TOTAL_BYTES) return;
		if (entry.name === keep) continue;
		await rm(join(folder, entry.name), { recursive: true, force: true });
		total -= entry.bytes;
	}
}
