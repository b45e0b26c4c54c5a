import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { message } from '#shared/text/message.ts';
import { writeFileAtomic } from './atomicFile.ts';
import { writeProblem } from './documents/fileProblem.ts';
import { Problem } from './problem.ts';

/** Writes a whole file; one that is there already is refused unless it may be replaced. Answers the full path. */
export async function writeNew(given: string, data: string | Uint8Array, overwrite: boolean): Promise<string> {
	const path = resolve(given);
	const isThere = await stat(path).then(
		() => true,
		() => false,
	);
	if (isThere && !overwrite) throw new Problem(message('documents.problem.exists', { path, name: basename(path), folder: dirname(path) }));
	try {
		await writeFileAtomic(path, data);
	} catch (error) {
		throw writeProblem(path, error);
	}
	return path;
}
