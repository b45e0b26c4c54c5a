import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeOwnFile } from '../atomicFile.ts';
import { KeyedQueue } from '../queue.ts';

const knownSchema = z.object({ documentId: z.string(), hash: z.string() });

/** What a file held when this program last read or wrote it. */
export type KnownFile = Readonly<z.infer<typeof knownSchema>>;

const listSchema = z.array(z.tuple([z.string(), knownSchema]));
const MAX_FILES = 100;

/**
 * Remembers the content of files by hash, over restarts too: a document that comes back after a crash is saved without a
 * question, unless another program wrote its file meanwhile. Without a list file it remembers for its own life only.
 */
export class KnownFiles {
	private readonly queue = new KeyedQueue();
	private known: Map<string, KnownFile> | null = null;

	constructor(private readonly listFile: string | null) {}

	async recall(path: string): Promise<KnownFile | undefined> {
		return (await this.load()).get(path);
	}

	/** Never fails: what is forgotten costs a question, not a file. */
	async remember(path: string, file: KnownFile): Promise<void> {
		const known = await this.load();
		// The newest stand last.
		known.delete(path);
		known.set(path, file);
		const { listFile } = this;
		if (listFile === null) return;
		await this.queue.run(listFile, () => writeOwnFile(listFile, JSON.stringify([...known].slice(-MAX_FILES)))).catch(() => undefined);
	}

	private async load(): Promise<Map<string, KnownFile>> {
		if (this.known) return this.known;
		const read = await this.readList();
		this.known ??= new Map(read);
		return this.known;
	}

	private async readList(): Promise<z.infer<typeof listSchema>> {
		if (this.listFile === null) return [];
		try {
			return listSchema.parse(JSON.parse(await readFile(this.listFile, 'utf8')));
		} catch {
			return [];
		}
	}
}
