import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GraphDocument } from '#shared/graph/document.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { KeyedQueue } from '../queue.ts';
import { readDocument } from './documentText.ts';
import { writeProblem } from './fileProblem.ts';

/** What was on a canvas, saved or not. */
export interface WorkingState {
	readonly document: GraphDocument;
	readonly path: string | null;
	readonly hasUnsavedChanges: boolean;
	readonly savedAt: string;
}

const entrySchema = z.object({
	/** The document as its file would hold it, so that older ones are migrated when they are read. */
	text: z.string(),
	path: z.string().nullable(),
	hasUnsavedChanges: z.boolean(),
	savedAt: z.string(),
});

/** Documents that a file holds as well; the others are all kept. */
const MAX_SAVED = 20;
const CURRENT = '.json';
const PREVIOUS = '.previous.json';

/**
 * Keeps the working state of each document, one file each, so that a crash, a reload or a closed lid loses nothing.
 * The state before the last one stays beside it, for the case that a disk lost the end of a file.
 */
export class WorkingStates {
	private readonly queue = new KeyedQueue();
	/** Documents kept by this program, for which room was made once. */
	private readonly known = new Set<string>();

	constructor(private readonly folder: string) {}

	async keep(state: WorkingState): Promise<void> {
		const base = this.baseOf(state.document.id);
		const { path, hasUnsavedChanges, savedAt } = state;
		const text = JSON.stringify({ text: serializeDocument(state.document), path, hasUnsavedChanges, savedAt });
		await this.queue.run(base, async () => {
			await rename(base + CURRENT, base + PREVIOUS).catch(() => undefined);
			try {
				await writeOwnFile(base + CURRENT, text);
			} catch (error) {
				throw writeProblem(base + CURRENT, error);
			}
		});
		if (this.known.has(base)) return;
		this.known.add(base);
		await this.dropOldest();
	}

	/** Until every state given is on the disk, or refused. */
	settle(): Promise<void> {
		return this.queue.settle();
	}

	/** Newest first; a file that cannot be read gives way to the one before it. */
	async list(): Promise<WorkingState[]> {
		const bases = await this.listBases();
		const states = await Promise.all(bases.map(async (base) => (await this.read(base + CURRENT)) ?? (await this.read(base + PREVIOUS))));
		return states.filter((state) => state !== null).sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
	}

	async forget(documentId: string): Promise<void> {
		const base = this.baseOf(documentId);
		await this.queue.run(base, async () => {
			await rm(base + CURRENT, { force: true });
			await rm(base + PREVIOUS, { force: true });
		});
	}

	/** Ids come from files; a hash of one is a safe file name. */
	private baseOf(documentId: string): string {
		return join(this.folder, createHash('sha256').update(documentId).digest('hex').slice(0, 32));
	}

	private async listBases(): Promise<string[]> {
		const names = await readdir(this.folder).catch(() => []);
		const bases = names.filter((name) => /^[0-9a-f]{32}\./.test(name) && !name.endsWith('.tmp')).map((name) => name.slice(0, 32));
		return [...new Set(bases)].map((base) => join(this.folder, base));
	}

	private async read(path: string): Promise<WorkingState | null> {
		try {
			const { text, ...rest } = entrySchema.parse(JSON.parse(await readFile(path, 'utf8')));
			return { document: readDocument(text, path).document, ...rest };
		} catch {
			return null;
		}
	}

	private async dropOldest(): Promise<void> {
		const bases = await this.listBases();
		if (bases.length <= MAX_SAVED) return;
		const saved = (await this.list()).filter((state) => !state.hasUnsavedChanges);
		for (const state of saved.slice(MAX_SAVED)) await this.forget(state.document.id);
	}
}
