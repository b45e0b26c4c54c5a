import { type FileHandle, open, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';

/** Pixels of samples of one size, 8 bits a value, wherever they lie. */
export interface PixelStore {
	/** What it keeps in memory. */
	readonly heldBytes: number;
	/** Copies the samples at these places, one after the other, to the front of `target`. */
	read(samples: Int32Array, target: Uint8Array): Promise<void>;
}

/** Samples side by side in memory. */
export class MemoryPixels implements PixelStore {
	readonly #bytes: Uint8Array;
	readonly #sampleBytes: number;

	constructor(bytes: Uint8Array, sampleBytes: number) {
		this.#bytes = bytes;
		this.#sampleBytes = sampleBytes;
	}

	get heldBytes(): number {
		return this.#bytes.length;
	}

	async read(samples: Int32Array, target: Uint8Array): Promise<void> {
		const size = this.#sampleBytes;
		let to = 0;
		for (const sample of samples) {
			target.set(this.#bytes.subarray(sample * size, (sample + 1) * size), to);
			to += size;
		}
	}
}

/** Shortest time between two marks that a file is in use, in milliseconds. */
const MARK_GAP_MS = 60_000;

/** Samples side by side in a file, from `start` on. Nothing is kept: what was read lately is in the system's own memory for files. */
export class FilePixels implements PixelStore {
	readonly heldBytes = 0;
	readonly #path: string;
	readonly #start: number;
	readonly #sampleBytes: number;
	#markedAt = 0;

	constructor(path: string, start: number, sampleBytes: number) {
		this.#path = path;
		this.#start = start;
		this.#sampleBytes = sampleBytes;
	}

	/** Throws a `Problem` when the file is gone or cannot be read any more. */
	async read(samples: Int32Array, target: Uint8Array): Promise<void> {
		try {
			await this.#mark();
			const file = await open(this.#path, 'r');
			try {
				await Promise.all(runsOf(samples).map((run) => this.#readRun(file, run, target)));
			} finally {
				await file.close();
			}
		} catch (cause) {
			throw new Problem(message('data.folder.cacheLost', { path: dirname(this.#path) }), { cause });
		}
	}

	async #readRun(file: FileHandle, { first, count, place }: SampleRun, target: Uint8Array): Promise<void> {
		const size = this.#sampleBytes;
		await readFully(file, target.subarray(place * size, (place + count) * size), this.#start + first * size);
	}

	/** Entries in use are not dropped to make room for others. */
	async #mark(): Promise<void> {
		const now = Date.now();
		if (now - this.#markedAt < MARK_GAP_MS) return;
		this.#markedAt = now;
		const folder = dirname(this.#path);
		await utimes(folder, new Date(now), new Date(now)).catch(() => undefined);
	}
}

/** Fills `target` from a place in a file; throws where the file ends before. */
export async function readFully(file: FileHandle, target: Uint8Array, position: number): Promise<void> {
	let done = 0;
	while (done < target.length) {
		const { bytesRead } = await file.read(target, done, Math.min(target.length - done, LARGEST_READ), position + done);
		if (bytesRead === 0) throw new Error(`the file ends at ${position + done} bytes`);
		done += bytesRead;
	}
}

/** One call reads at most this much: systems refuse 2 GB and more. */
const LARGEST_READ = 64 * 1024 * 1024;

interface SampleRun {
	readonly first: number;
	count: number;
	/** Place of the first one among those asked for. */
	readonly place: number;
}

/** Neighbours are read at once: 4, 5, 6, 9 are two reads. */
function runsOf(samples: Int32Array): readonly SampleRun[] {
	const runs: SampleRun[] = [];
	for (const [place, sample] of samples.entries()) {
		const last = runs.at(-1);
		if (last && last.first + last.count === sample) last.count++;
		else runs.push({ first: sample, count: 1, place });
	}
	return runs;
}
