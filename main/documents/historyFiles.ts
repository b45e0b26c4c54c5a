import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOwnFile } from '../atomicFile.ts';
import { KeyedQueue } from '../queue.ts';

const MAX_FILES = 50;

/** The steps that lead to a document, one file each, apart from the document: what happens to one never costs the other. */
export class HistoryFiles {
	private readonly queue = new KeyedQueue();

	constructor(private readonly folder: string) {}

	keep(documentId: string, text: string): Promise<void> {
		return this.queue.run('all', async () => {
			await writeOwnFile(this.fileOf(documentId), text);
			await this.dropOldest();
		});
	}

	/** `null` where nothing is kept or the file cannot be read. */
	read(documentId: string): Promise<string | null> {
		return this.queue.run('all', () => readFile(this.fileOf(documentId), 'utf8').catch(() => null));
	}

	settle(): Promise<void> {
		return this.queue.settle();
	}

	/** Ids come from files; a hash of one is a safe file name. */
	private fileOf(documentId: string): string {
		return join(this.folder, `${createHash('sha256').update(documentId).digest('hex').slice(0, 32)}.json`);
	}

	private async dropOldest(): Promise<void> {
		const names = (await readdir(this.folder)).filter((name) => name.endsWith('.json'));
		if (names.length <= MAX_FILES) return;
		const ages = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.folder, name))).mtimeMs })));
		ages.sort((a, b) => b.at - a.at);
		for (const { name } of ages.slice(MAX_FILES)) await rm(join(this.folder, name), { force: true });
	}
}
