import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { message } from '#shared/text/message.ts';
import { type FileCalls, writeFileAtomic } from '../atomicFile.ts';
import { codeOf, Problem } from '../problem.ts';
import { KeyedQueue } from '../queue.ts';
import { words } from '../words.ts';
import { type ReadText, readDocument } from './documentText.ts';
import { readProblem, writeProblem } from './fileProblem.ts';
import { KnownFiles } from './knownFiles.ts';

export interface OpenedDocument extends ReadText {
	readonly path: string;
}

const MAX_BYTES = 50_000_000;

/** Opens and saves `.loom.json` files; never writes over work of another program unasked. */
export class DocumentFiles {
	private readonly queue = new KeyedQueue();

	/** `calls` in tests: file calls that go wrong. */
	constructor(
		private readonly known = new KnownFiles(null),
		private readonly calls?: FileCalls,
	) {}

	/** Reads, migrates and validates; throws a `Problem` that names the file and the place in it. */
	async open(givenPath: string): Promise<OpenedDocument> {
		const path = resolve(givenPath);
		const bytes = await readWhole(path);
		const { document, repairs } = readDocument(bytes.toString('utf8'), basename(path));
		await this.known.remember(path, { documentId: document.id, hash: hashOf(bytes) });
		return { document, path, repairs };
	}

	/**
	 * Writes the whole file or leaves the old one. Without `overwrite` an existing file is written only if it is the one that
	 * this document came from, unchanged since.
	 */
	async save(givenPath: string, document: GraphDocument, overwrite: boolean): Promise<{ readonly path: string }> {
		const path = resolve(givenPath);
		return this.queue.run(path, async () => {
			if (!overwrite) await this.refuseOverwrite(path, document.id);
			const text = serializeDocument(document);
			try {
				await refuseFolder(path);
				await writeFileAtomic(path, text, this.calls);
			} catch (error) {
				throw writeProblem(path, error);
			}
			await this.known.remember(path, { documentId: document.id, hash: hashOf(Buffer.from(text)) });
			return { path };
		});
	}

	/** Until every save asked for is on the disk, or refused. */
	settle(): Promise<void> {
		return this.queue.settle();
	}

	private async refuseOverwrite(path: string, documentId: string): Promise<void> {
		const present = await readFile(path).catch((error: unknown) => {
			if (codeOf(error) === 'ENOENT') return null;
			// What cannot be read is somebody's all the same.
			throw readProblem(path, error);
		});
		if (present === null) return;
		const known = await this.known.recall(path);
		const name = basename(path);
		if (known === undefined || known.documentId !== documentId) {
			throw new Problem(message('documents.problem.exists', { name, path, folder: resolve(path, '..') }));
		}
		if (known.hash === hashOf(present)) return;
		const { mtime } = await stat(path);
		throw new Problem(message('documents.problem.changedElsewhere', { name, path, time: mtime.toISOString() }));
	}
}

async function refuseFolder(path: string): Promise<void> {
	const isFolder = await stat(path).then(
		(about) => about.isDirectory(),
		() => false,
	);
	if (isFolder) throw Object.assign(new Error('The path is a folder.'), { code: 'EISDIR' });
}

async function readWhole(path: string): Promise<Buffer> {
	try {
		const about = await stat(path);
		if (about.size > MAX_BYTES) {
			const values = { name: basename(path), size: words.bytes(about.size), limit: words.bytes(MAX_BYTES) };
			throw new Problem(message('documents.problem.tooLarge', values));
		}
		return await readFile(path);
	} catch (error) {
		throw error instanceof Problem ? error : readProblem(path, error);
	}
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
