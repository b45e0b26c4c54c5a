import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../problem.ts';

const problemSchema = z.object({
	file: z.string(),
	kind: z.enum(['unreadable', 'resized', 'notAnImage', 'emptyClass']),
	detail: z.string(),
});
const indexSchema = z.object({
	version: z.literal(2),
	names: z.array(z.string()),
	labels: z.array(z.int().min(0)),
	train: z.int().min(0),
	bytes: z.int().min(0),
	problems: z.array(problemSchema),
	problemCount: z.int().min(0),
	/** Of the data; see `fingerprintOf`. */
	fingerprint: z.string(),
});
/** What lies in an entry: decoded pictures of one folder at one size, those of the training samples, then those of the test samples. */
export type DecodedIndex = z.infer<typeof indexSchema>;

/** A whole entry on the disk. */
export interface DecodedEntry {
	readonly index: DecodedIndex;
	readonly pixelsFile: string;
}

const MAX_TOTAL_BYTES = 2_000_000_000;
/** An entry used since is kept, whatever room is wanted: a run may be reading from it. */
const IN_USE_MS = 10 * 60_000;
/** Entries begun by this process: two loads of the same folder do not share a place. */
let written = 0;
const PIXELS = 'pixels.bin';
const INDEX = 'index.json';

/** Finds an entry; anything but a whole one counts as none. */
export async function findDecoded(folder: string, key: string): Promise<DecodedEntry | null> {
	const index = await readDecodedIndex(folder, key);
	const pixelsFile = join(folder, key, PIXELS);
	const about = await stat(pixelsFile).catch(() => null);
	if (index === null || about?.size !== index.bytes) return null;
	const now = new Date();
	await utimes(join(folder, key), now, now).catch(() => undefined);
	return { index, pixelsFile };
}

export async function readDecodedIndex(folder: string, key: string): Promise<DecodedIndex | null> {
	try {
		return indexSchema.parse(JSON.parse(await readFile(join(folder, key, INDEX), 'utf8')));
	} catch {
		return null;
	}
}

/** Writes one entry piece by piece; nobody finds it before it is whole. */
export class DecodedWriter {
	readonly #folder: string;
	readonly #key: string;
	readonly #temporary: string;
	readonly #file: FileHandle;

	static async create(folder: string, key: string): Promise<DecodedWriter> {
		await dropLeftovers(folder);
		const temporary = join(folder, `.${key}.${process.pid}.${written++}.partial`);
		await mkdir(temporary, { recursive: true });
		return new DecodedWriter(folder, key, temporary, await open(join(temporary, PIXELS), 'w'));
	}

	private constructor(folder: string, key: string, temporary: string, file: FileHandle) {
		this.#folder = folder;
		this.#key = key;
		this.#temporary = temporary;
		this.#file = file;
	}

	/** Where the pixels are until the entry is whole. */
	get pixelsFile(): string {
		return join(this.#temporary, PIXELS);
	}

	async append(pixels: Uint8Array): Promise<void> {
		await this.#file.appendFile(pixels);
	}

	/** The entry is there; the ones unused for longest make room. */
	async finish(index: DecodedIndex): Promise<DecodedEntry> {
		await this.#file.close();
		await writeFile(join(this.#temporary, INDEX), JSON.stringify(index));
		const place = join(this.#folder, this.#key);
		await rm(place, { recursive: true, force: true });
		await rename(this.#temporary, place);
		await dropOldest(this.#folder, this.#key).catch(() => undefined);
		return { index, pixelsFile: join(place, PIXELS) };
	}

	async discard(): Promise<void> {
		await this.#file.close().catch(() => undefined);
		await rm(this.#temporary, { recursive: true, force: true }).catch(() => undefined);
	}
}

/** Keeps an entry that is in memory. A full disk costs speed only. */
export async function keepDecoded(folder: string, key: string, index: DecodedIndex, pixels: Uint8Array): Promise<void> {
	const writer = await DecodedWriter.create(folder, key).catch(() => null);
	if (writer === null) return;
	try {
		await writer.append(pixels);
		await writer.finish(index);
	} catch {
		await writer.discard();
	}
}

async function dropOldest(folder: string, keep: string): Promise<void> {
	const entries: { name: string; bytes: number; usedMs: number }[] = [];
	for (const name of await readdir(folder)) {
		const pixels = await stat(join(folder, name, PIXELS)).catch(() => null);
		const used = await stat(join(folder, name)).catch(() => null);
		if (pixels && used) entries.push({ name, bytes: pixels.size, usedMs: used.mtimeMs });
	}
	const unusedSince = Date.now() - IN_USE_MS;
	let total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
	for (const entry of entries.sort((a, b) => a.usedMs - b.usedMs)) {
		if (total <= MAX_TOTAL_BYTES) return;
		if (entry.name === keep || entry.usedMs > unusedSince) continue;
		await rm(join(folder, entry.name), { recursive: true, force: true });
		total -= entry.bytes;
	}
}

/** What programs that were killed while they wrote have left. */
async function dropLeftovers(folder: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => [])) {
		const writer = /\.(\d+)\.\d+\.partial$/.exec(name)?.[1];
		if (writer !== undefined && !isRunning(Number(writer)))
			await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A program of somebody else's may not be asked, but it is there.
		return codeOf(error) === 'EPERM';
	}
}
