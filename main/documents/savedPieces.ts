import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GraphDocument } from '#shared/graph/document.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { message } from '#shared/text/message.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { Problem } from '../problem.ts';
import { KeyedQueue } from '../queue.ts';
import { readDocument } from './documentText.ts';
import { writeProblem } from './fileProblem.ts';

/** A group that was kept for later documents. */
export interface SavedPiece {
	/** Of the store; stays over renames. */
	readonly id: string;
	readonly name: string;
	readonly savedAt: string;
	/** Holds the group alone. */
	readonly document: GraphDocument;
	/** Members that what comes in feeds. */
	readonly inputs: readonly { readonly node: string; readonly port: string }[];
}

const entrySchema = z.object({
	name: z.string().min(1),
	savedAt: z.string(),
	inputs: z.array(z.object({ node: z.string(), port: z.string() })),
	/** As a document file would hold it, so that older ones are migrated when they are read. */
	text: z.string(),
});

const FILE = /^([0-9a-f-]{36})\.json$/;
/** More would be no list to choose from. */
export const MOST_PIECES = 200;

/** Keeps pieces in a folder, one file each, so that a damaged one takes no other with it. */
export class SavedPieces {
	private readonly queue = new KeyedQueue();

	constructor(private readonly folder: string) {}

	/** By name. What cannot be read is left out and left alone. */
	async list(): Promise<SavedPiece[]> {
		const names = await readdir(this.folder).catch(() => []);
		const ids = names.flatMap((name) => FILE.exec(name)?.[1] ?? []);
		const pieces = await Promise.all(ids.map((id) => this.read(id)));
		return pieces.filter((piece) => piece !== null).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
	}

	async save(piece: Omit<SavedPiece, 'id'>): Promise<string> {
		return this.queue.run('folder', async () => {
			if ((await this.list()).length >= MOST_PIECES) throw new Problem(message('pieces.problem.tooMany', { most: MOST_PIECES }));
			const id = randomUUID();
			await this.write({ ...piece, id });
			return id;
		});
	}

	async rename(id: string, name: string): Promise<void> {
		await this.queue.run('folder', async () => {
			const piece = await this.read(id);
			if (!piece) throw new Problem(message('pieces.problem.gone'));
			await this.write({ ...piece, name });
		});
	}

	async remove(id: string): Promise<void> {
		await this.queue.run('folder', () => rm(this.fileOf(id), { force: true }));
	}

	private async write({ id, name, savedAt, inputs, document }: SavedPiece): Promise<void> {
		const path = this.fileOf(id);
		try {
			await writeOwnFile(path, `${JSON.stringify({ name, savedAt, inputs, text: serializeDocument(document) }, null, '\t')}\n`);
		} catch (error) {
			throw writeProblem(path, error);
		}
	}

	private async read(id: string): Promise<SavedPiece | null> {
		const path = this.fileOf(id);
		try {
			const { text, ...rest } = entrySchema.parse(JSON.parse(await readFile(path, 'utf8')));
			return { id, ...rest, document: readDocument(text, path).document };
		} catch {
			return null;
		}
	}

	private fileOf(id: string): string {
		return join(this.folder, `${id}.json`);
	}
}
