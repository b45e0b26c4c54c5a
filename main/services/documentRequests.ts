import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Broadcast } from '../broadcast.ts';
import { listBackbones, openBackbone } from '../documents/backbones.ts';
import type { DocumentFiles } from '../documents/documentFiles.ts';
import type { HistoryFiles } from '../documents/historyFiles.ts';
import type { RecentFiles } from '../documents/recentFiles.ts';
import type { WeightsStore } from '../documents/weightsStore.ts';
import type { WorkingStates } from '../documents/workingStates.ts';
import type { Requests } from './requests.ts';
import { toWire } from './wire.ts';

export interface DocumentParts {
	readonly files: DocumentFiles;
	readonly working: WorkingStates;
	readonly histories: HistoryFiles;
	readonly weights: WeightsStore;
	readonly recent: RecentFiles;
	/** Paths that the system asked to open. */
	readonly requested: Broadcast<{ readonly path: string }>;
	readonly countWeights: (document: GraphDocument) => Promise<number | null>;
	/** Where a path without a folder lies. */
	readonly documentsFolder: string;
	readonly assetsFolder: string;
	readonly now: () => Date;
}

/** Opening, saving and never losing a document. */
export function createDocumentRequests({
	files,
	working,
	histories,
	weights: store,
	recent,
	requested,
	countWeights,
	documentsFolder,
	assetsFolder,
	now,
}: DocumentParts): Requests['documents'] {
	const remember = async (path: string, document: GraphDocument): Promise<void> => {
		// The list is a convenience: a full disk must not make an opened or saved document look lost.
		try {
			const weights = await countWeights(document);
			await recent.add({ path, name: document.name, openedAt: now().toISOString(), weights });
		} catch {
			// Shown next time.
		}
	};
	return {
		async open({ path }) {
			const opened = await files.open(path);
			await remember(opened.path, opened.document);
			return { ...opened, repairs: opened.repairs.map((repair) => ({ place: repair.place, message: toWire(repair.message) })) };
		},
		async save({ path, document, overwrite }) {
			const place = resolve(documentsFolder, path);
			// Nobody has to make it: it is offered before the first document exists.
			if (dirname(place) === resolve(documentsFolder)) await mkdir(documentsFolder, { recursive: true }).catch(() => undefined);
			const saved = await files.save(place, document, overwrite);
			await remember(saved.path, document);
			return { path: saved.path, savedAt: now().toISOString() };
		},
		async autosave({ document, path, hasUnsavedChanges }) {
			const savedAt = now().toISOString();
			await working.keep({ document, path, hasUnsavedChanges, savedAt });
			return { savedAt };
		},
		async recover() {
			const states = await working.list();
			await store.prune(
				states.map(({ document }) => document),
				now().getTime(),
			);
			return states;
		},
		async keepHistory({ documentId, text }) {
			await histories.keep(documentId, text);
			return {};
		},
		async history({ documentId }) {
			return { text: await histories.read(documentId) };
		},
		async forget({ documentId }) {
			await working.forget(documentId);
			return {};
		},
		async recent() {
			return recent.list();
		},
		async backbones() {
			return listBackbones(assetsFolder);
		},
		async openBackbone({ name, id }) {
			return { document: await openBackbone(assetsFolder, name, store, id) };
		},
		async removeRecent({ path }) {
			await recent.remove(path);
			return {};
		},
		async *requested(_input, options) {
			yield* requested.listen(options?.signal);
		},
	};
}
