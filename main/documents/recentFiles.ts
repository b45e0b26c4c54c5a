import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { writeOwnFile } from '../atomicFile.ts';
import { KeyedQueue } from '../queue.ts';

export interface RecentFile {
	readonly path: string;
	/** The document's name. */
	readonly name: string;
	readonly openedAt: string;
	/** Weight count of the network, where its sizes are all known. */
	readonly weights: number | null;
}

const listSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string(), weights: z.int().nullable() }));
const MAX_FILES = 20;

/** The documents opened and saved last, newest first. A damaged list counts as empty: it is a convenience. */
export class RecentFiles {
	private readonly queue = new KeyedQueue();

	constructor(private readonly file: string) {}

	async list(): Promise<(RecentFile & { readonly isMissing: boolean })[]> {
		return Promise.all(
			(await this.read()).map(async (entry) => ({
				...entry,
				isMissing: await stat(entry.path).then(
					() => false,
					() => true,
				),
			})),
		);
	}

	async add(entry: RecentFile): Promise<void> {
		const path = resolve(entry.path);
		await this.change((list) => [{ ...entry, path }, ...list.filter((other) => other.path !== path)]);
	}

	async remove(path: string): Promise<void> {
		await this.change((list) => list.filter((entry) => entry.path !== path && entry.path !== resolve(path)));
	}

	private change(edit: (list: RecentFile[]) => RecentFile[]): Promise<void> {
		return this.queue.run('list', async () => {
			const list = edit(await this.read()).slice(0, MAX_FILES);
			await writeOwnFile(this.file, `${JSON.stringify(list, null, '\t')}\n`);
		});
	}

	private async read(): Promise<RecentFile[]> {
		try {
			return listSchema.parse(JSON.parse(await readFile(this.file, 'utf8')));
		} catch {
			return [];
		}
	}
}
