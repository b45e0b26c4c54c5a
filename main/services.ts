import { join } from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import type { Preferences } from '#shared/preferences/preferences.ts';
import { Broadcast } from './broadcast.ts';
import { describeDataset } from './datasets/datasets.ts';
import type { DataOptions } from './datasets/trainingData.ts';
import { DocumentFiles } from './documents/documentFiles.ts';
import { HistoryFiles } from './documents/historyFiles.ts';
import { KnownFiles } from './documents/knownFiles.ts';
import { RecentFiles } from './documents/recentFiles.ts';
import { SavedPieces } from './documents/savedPieces.ts';
import { WeightsStore } from './documents/weightsStore.ts';
import { WorkingStates } from './documents/workingStates.ts';

import { Uploads } from './import/uploads.ts';

import { Languages } from './languages/languages.ts';
import { PreferencesFile } from './preferences/preferencesFile.ts';

import { createAppRequests } from './services/appRequests.ts';
import { createDatasetRequests } from './services/datasetRequests.ts';
import { createDocumentRequests } from './services/documentRequests.ts';
import { createExportRequests } from './services/exportRequests.ts';
import { createFileRequests } from './services/fileRequests.ts';
import { createImportRequests } from './services/importRequests.ts';
import { createLanguageRequests } from './services/languageRequests.ts';
import type { ServiceOptions } from './services/options.ts';
import { createPictureRequests } from './services/pictureRequests.ts';
import { createPieceRequests } from './services/pieceRequests.ts';
import { createPreferenceRequests } from './services/preferenceRequests.ts';
import type { Requests } from './services/requests.ts';
import { createEvaluateRequests, createPredictRequests, createRunRequests } from './services/runRequests.ts';

/** The program behind every shell: its requests, and what a shell tells it from outside. */
export interface Services {
	readonly requests: Requests;
	/** A file that the system asked to open: double-clicked, dropped on the icon, named on the command line. */
	requestDocument(path: string): void;
	/** Finishes what is being saved; stops runs within one batch, keeps their weights, ends the engine. */
	close(): Promise<void>;
}

/** Makes the services over one data folder. Nothing is started until it is asked for. */
export function createServices(options: ServiceOptions): Services {
	const now = options.now ?? (() => new Date());
	const places = { assetsFolder: options.assetsFolder, cacheFolder: join(options.dataFolder, 'cache', 'pictures') };
	const unasked: { path: string }[] = [];
	const requested = new Broadcast<{ readonly path: string }>(() => unasked.splice(0));
	const weights = new WeightsStore(join(options.dataFolder, 'weights'));
	const files = new DocumentFiles(new KnownFiles(join(options.dataFolder, 'known-files.json')), undefined, weights);
	const uploads = new Uploads(join(options.dataFolder, 'uploads', String(process.pid)));
	const histories = new HistoryFiles(join(options.dataFolder, 'history'));
	const working = new WorkingStates(join(options.dataFolder, 'working'));
	const preferences = new PreferencesFile(join(options.dataFolder, 'preferences.json'), now);
	const languages = new Languages(join(options.dataFolder, 'languages'));
	const changed = new Broadcast<Preferences>();
	const requests: Requests = {
		app: createAppRequests(options),
		preferences: createPreferenceRequests({ file: preferences, changed, languages }),
		languages: createLanguageRequests(languages),
		files: createFileRequests(options),
		documents: createDocumentRequests({
			files,
			working,
			histories,
			weights,
			recent: new RecentFiles(join(options.dataFolder, 'recent.json')),
			requested,
			countWeights: (document) => countWeights(document, places),
			documentsFolder: options.documentsFolder,
			assetsFolder: options.assetsFolder,
			now,
		}),
		imports: createImportRequests(uploads, weights),
		pieces: createPieceRequests(new SavedPieces(join(options.dataFolder, 'pieces')), now),
		pictures: createPictureRequests(places),
		datasets: createDatasetRequests(places),
		runs: createRunRequests(options.training),
		predict: createPredictRequests(options.training),
		export: createExportRequests(options.training, { ...places, exportedPageFolder: options.exportedPageFolder }, options.documentsFolder),
		evaluate: createEvaluateRequests(options.training),
	};
	return {
		requests,
		requestDocument(path) {
			if (requested.send({ path }) === 0) unasked.push({ path });
		},
		async close() {
			requested.close();
			changed.close();
			await Promise.all([
				options.training.close(),
				files.settle(),
				working.settle(),
				histories.settle(),
				preferences.settle(),
				uploads.discardAll(),
			]);
		},
	};
}

/** For the list of recent files; `null` while some size is unknown. A folder is not read for it: that may take long. */
async function countWeights(document: GraphDocument, places: DataOptions): Promise<number | null> {
	const { dataset: reference } = document;
	const dataset = reference?.kind === 'bundled' ? await describeDataset(reference, places) : null;
	const { totals, outputShape } = inferShapes(document, { dataset });
	return outputShape === null ? null : totals.weights;
}
