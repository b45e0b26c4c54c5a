import { basename, dirname } from 'node:path';
import { message } from '#shared/text/message.ts';
import { codeOf, Problem } from '../problem.ts';

/** What kept a file from being read, and what to do, in words. */
export function readProblem(path: string, error: unknown): Problem {
	const values = { path, name: basename(path), folder: dirname(path) };
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENOTDIR':
			return new Problem(message('documents.problem.missing', values), { cause: error });
		case 'EISDIR':
			return new Problem(message('documents.problem.isFolder', values), { cause: error });
		case 'EACCES':
		case 'EPERM':
			return new Problem(message('documents.problem.notReadable', values), { cause: error });
		default:
			return new Problem(message('documents.problem.readFault', { ...values, reason: reasonOf(error) }), { cause: error });
	}
}

/** What kept a file from being written, and what to do. The old file is as it was. */
export function writeProblem(path: string, error: unknown): Problem {
	const values = { path, name: basename(path), folder: dirname(path) };
	switch (codeOf(error)) {
		case 'ENOSPC':
		case 'EDQUOT':
			return new Problem(message('documents.problem.diskFull', values), { cause: error });
		case 'EROFS':
		case 'EACCES':
		case 'EPERM':
			return new Problem(message('documents.problem.notWritable', values), { cause: error });
		case 'ENOENT':
		case 'ENOTDIR':
			return new Problem(message('documents.problem.folderGone', values), { cause: error });
		case 'EISDIR':
			return new Problem(message('documents.problem.isFolder', values), { cause: error });
		case 'ENAMETOOLONG':
		case 'EINVAL':
			return new Problem(message('documents.problem.badName', values), { cause: error });
		default:
			return new Problem(message('documents.problem.writeFault', { ...values, reason: reasonOf(error) }), { cause: error });
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
