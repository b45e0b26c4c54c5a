import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { GraphDocument, WeightsReference } from '#shared/graph/document.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { WeightSize } from '#shared/plan/startWeights.ts';
import { message } from '#shared/text/message.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { Problem } from '../problem.ts';
import { encodeWeights, hashOfWeights, readWeightSizes, readWeightsFile } from '../train/weightsFile.ts';
import { writeProblem } from './fileProblem.ts';

const ENDING = /(\.loom)?\.json$/i;
export const WEIGHTS_ENDING = '.safetensors';
/** Name of the weights of a document that is in no file yet. */
export function weightsFileFor(documentName: string): string {
	return `${documentName.replace(/[\\/]/g, ' ')}.weights${WEIGHTS_ENDING}`;
}

/** How long weights are kept that no document at work refers to. */
const KEPT_MS = 30 * 24 * 3600 * 1000;

/**
 * The program's own copies of weights that documents start from, by the SHA-256 of their values: a document finds its weights
 * whether it is saved or not, and after its file was moved. Beside a saved document lies a copy that goes with it.
 */
export class WeightsStore {
	constructor(private readonly folder: string) {}

	/** Keeps weights for a document that is in no file yet. */
	async put(weights: readonly NamedWeight[]): Promise<string> {
		const { bytes, sha256 } = encodeWeights(weights);
		// The same values may go by other names in another document, so that a file of that hash gives way.
		await writeOwnFile(this.#placeOf(sha256), bytes);
		return sha256;
	}

	/** Takes in the weights that lie beside a document's file. Throws a `Problem` where they are missing, damaged or another's. */
	async takeIn(path: string, { weights }: GraphDocument): Promise<void> {
		if (!weights) return;
		const name = basename(path);
		const place = join(dirname(path), weights.file);
		const kept = this.#placeOf(weights.sha256);
		if (!(await isFile(place))) {
			if (await isFile(kept)) return;
			throw new Problem(message('documents.problem.weightsMissing', { name, file: weights.file }));
		}
		const found = await hashOfWeights(place).catch((error: unknown) => {
			throw new Problem(message('documents.problem.weightsDamaged', { file: weights.file }), { cause: error });
		});
		if (found !== weights.sha256) throw new Problem(message('documents.problem.weightsOther', { name, file: weights.file }));
		if (!(await isFile(kept)) || !isDeepStrictEqual(await readWeightSizes(kept), await readWeightSizes(place)))
			await copyWhole(place, kept);
	}

	/**
	 * Puts a document's weights beside its new or old file, and returns the reference that goes into it. Another document's weights are
	 * never replaced: where the name is taken, the file is named after its values as well.
	 */
	async placeBeside(path: string, weights: WeightsReference): Promise<WeightsReference> {
		const stem = basename(path).replace(ENDING, '');
		const names = [`${stem}.weights${WEIGHTS_ENDING}`, `${stem}.${weights.sha256.slice(0, 8)}.weights${WEIGHTS_ENDING}`];
		for (const file of names) {
			const place = join(dirname(path), file);
			const present = (await isFile(place)) ? await hashOfWeights(place).catch(() => null) : undefined;
			if (present === weights.sha256) return { file, sha256: weights.sha256 };
			if (present !== undefined) continue;
			await copyWhole(await this.find(weights), place);
			return { file, sha256: weights.sha256 };
		}
		throw new Problem(message('documents.problem.weightsTaken', { file: names.at(-1) ?? '' }));
	}

	/** Where the weights lie; throws a `Problem` where they are gone. */
	async find({ file, sha256 }: WeightsReference): Promise<string> {
		const place = this.#placeOf(sha256);
		if (!(await isFile(place))) throw new Problem(message('documents.problem.weightsGone', { file }));
		await touch(place);
		return place;
	}

	/** Throws a `Problem` where they are gone or damaged. */
	async read(reference: WeightsReference): Promise<readonly NamedWeight[]> {
		const place = await this.find(reference);
		return readWeightsFile(place).catch((error: unknown) => {
			throw new Problem(message('documents.problem.weightsDamaged', { file: reference.file }), { cause: error });
		});
	}

	/** Names and sizes alone, without reading the values. */
	async sizes(reference: WeightsReference): Promise<readonly WeightSize[]> {
		const place = await this.find(reference);
		return readWeightSizes(place).catch((error: unknown) => {
			throw new Problem(message('documents.problem.weightsDamaged', { file: reference.file }), { cause: error });
		});
	}

	/** A copy for a run, which keeps its own. */
	async copyTo(reference: WeightsReference, place: string): Promise<void> {
		await copyWhole(await this.find(reference), place);
	}

	/** Removes weights that were not asked for in a month and that none of the documents refers to. */
	async prune(documents: readonly GraphDocument[], now: number): Promise<void> {
		const used = new Set(documents.flatMap(({ weights }) => weights?.sha256 ?? []));
		const names = await readdir(this.folder).catch(() => []);
		for (const name of names) {
			if (used.has(name.replace(WEIGHTS_ENDING, ''))) continue;
			const place = join(this.folder, name);
			const about = await stat(place).catch(() => null);
			if (about && now - about.mtimeMs > KEPT_MS) await rm(place, { force: true }).catch(() => undefined);
		}
	}

	#placeOf(sha256: string): string {
		return join(this.folder, `${sha256}${WEIGHTS_ENDING}`);
	}
}

async function isFile(place: string): Promise<boolean> {
	return stat(place).then(
		(about) => about.isFile(),
		() => false,
	);
}

async function touch(place: string): Promise<void> {
	const now = new Date();
	await utimes(place, now, now).catch(() => undefined);
}

/** Whole or not at all; shares the bytes where the file system can. */
async function copyWhole(from: string, to: string): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	const temporary = `${to}.${randomBytes(6).toString('hex')}.tmp`;
	try {
		await copyFile(from, temporary, constants.COPYFILE_FICLONE);
		await rename(temporary, to);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		throw writeProblem(to, error);
	}
}
