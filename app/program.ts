import { join } from 'node:path';
import type { DataOptions } from '#main/datasets/trainingData.ts';
import { WeightsStore } from '#main/documents/weightsStore.ts';
import { Languages } from '#main/languages/languages.ts';
import type { Training } from '#main/services/training.ts';
import { createTraining } from '#main/train/training.ts';
import type { EngineName } from '#shared/training/event.ts';
import { findProductFolders, type ProductFolders } from './folders.ts';
import { findUserFolders, type UserFolders } from './userFolders.ts';

/** What the shells without a window of their own start from: places, version, and training over them. */
export interface Program {
	readonly product: ProductFolders;
	readonly user: UserFolders;
	readonly version: string;
	readonly dataPlaces: DataOptions;
	/** Weights that documents start from. */
	readonly weights: WeightsStore;
	readonly languages: Languages;
	/** Starts no engine yet. `dataFolder` other than the user's keeps runs apart. */
	openTraining(options?: { readonly engine?: EngineName | null; readonly dataFolder?: string; readonly givesWay?: boolean }): Training;
}

/** `folders` in tests: places of their own. */
export function openProgram(moduleUrl: string, folders: Partial<ProductFolders & UserFolders> = {}): Program {
	const product = { ...findProductFolders(moduleUrl), ...folders };
	const user = { ...findUserFolders(), ...folders };
	const { version } = product;
	return {
		product,
		user,
		version,
		dataPlaces: { assetsFolder: product.assetsFolder, cacheFolder: join(user.dataFolder, 'cache', 'pictures') },
		weights: new WeightsStore(join(user.dataFolder, 'weights')),
		languages: new Languages(join(user.dataFolder, 'languages')),
		openTraining: ({ engine = null, dataFolder = user.dataFolder, givesWay = false } = {}) =>
			createTraining({
				dataFolder,
				assetsFolder: product.assetsFolder,
				workerFile: join(product.programFolder, 'worker.mjs'),
				engine,
				givesWay,
				version,
			}),
	};
}
