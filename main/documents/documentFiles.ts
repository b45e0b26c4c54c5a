import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Repair } from '#shared/graph/repair.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { message } from '#shared/text/message.ts';
import { type FileCalls, writeFileAtomic } from '../atomicFile.ts';
import { codeOf, Problem } from '../problem.ts';
import { KeyedQueue } from '../queue.ts';
import { words } from '../words.ts';
import { type ReadText, readDocument } from './documentText.ts';
import { readProblem, writeProblem } from './fileProblem.ts';
import { KnownFiles } from './knownFiles.ts';
import type { WeightsStore } from './weightsStore.ts';

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
		/** Where documents find the weights that they start from; without it they are left where they lie. */
		private readonly weights?: WeightsStore,
	) {}

	/** Reads, migrates and validates; throws a `Problem` that names the file and the place in it. */
	async open(givenPath: string): Promise<OpenedDocument> {
		const path = resolve(givenPath);
		const bytes = await readWhole(path);
		const { document, repairs } = readDocument(bytes.toString('utf8'), basename(path));
		await this.known.remember(path, { documentId: document.id, hash: hashOf(bytes) });
		return { document, path, repairs: [...repairs, ...(await this.takeInWeights(path, document))] };
	}

	/**
	 * Writes the whole file or leaves the old one. Without `overwrite` an existing file is written only if it is the one that
	 * this document came from, unchanged since.
	 */
	async save(givenPath: string, document: GraphDocument, overwrite: boolean): Promise<{ readonly path: string }> {
		const path = resolve(givenPath);
		return this.queue.run(path, async () => {
			if (!overwrite) await this.refuseOverwrite(path, document.id);
			let text: string;
			try {
				await refuseFolder(path);
				text = serializeDocument(await this.withWeightsBeside(path, document));
				await writeFileAtomic(path, text, this.calls);
			} catch (error) {
				throw error instanceof Problem ? error : writeProblem(path, error);
			}
			await this.known.remember(path, { documentId: document.id, hash: hashOf(Buffer.from(text)) });
			return { path };
		});
	}

	/** A document opens without its weights, too: what is wrong with them is told like a repair. */
	private async takeInWeights(path: string, document: GraphDocument): Promise<readonly Repair[]> {
		try {
			await this.weights?.takeIn(path, document);
			return [];
		} catch (error) {
			if (error instanceof Problem) return [{ place: 'weights', message: error.userMessage }];
			throw error;
		}
	}

	/** Weights first: a document whose weights are missing is worse than weights without a document. */
	private async withWeightsBeside(path: string, document: GraphDocument): Promise<GraphDocument> {
		if (!document.weights || !this.weights) return document;
		try {
			return { ...document, weights: await this.weights.placeBeside(path, document.weights) };
		} catch (error) {
			// Weights that are gone keep nobody from saving the network.
			if (error instanceof Problem && error.userMessage.id === 'documents.problem.weightsGone') return document;
			throw error;
		}
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
