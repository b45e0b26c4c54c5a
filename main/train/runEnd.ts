import { type Message, message } from '#shared/text/message.ts';
import { codeOf, Problem } from '../problem.ts';

/** The loss is no number any more. */
export class Diverged extends Problem {
	constructor(epoch: number, batch: number, learningRate: number) {
		super(
			message('training.end.diverged', {
				epoch: epoch + 1,
				batch: batch + 1,
				rate: spellRate(learningRate),
				lower: spellRate(learningRate / 10),
			}),
		);
	}
}

/** Rates span many powers of ten; three digits of each are enough. */
function spellRate(rate: number): string {
	return String(Number(rate.toPrecision(3)));
}

const OUT_OF_MEMORY =
	/out of memory|\bOOM\b|cannot allocate|array buffer allocation|bad_alloc|memory access out of bounds|resource ?exhausted/i;

/** The disk or this account's share of it. */
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Weights that could not be written, in words. */
export function savingProblem(error: unknown, folder: string): Problem {
	const code = codeOf(error);
	const words = FULL.has(code ?? '') ? message('training.end.diskFull') : message('training.end.cannotSave', { folder, code: code ?? '?' });
	return new Problem(words, { cause: error });
}

/** Why a run ended, in words that say what to do, from whatever was thrown. */
export function reasonFor(error: unknown, batchSize: number): Message {
	if (error instanceof Problem) return error.userMessage;
	const detail = error instanceof Error ? error.message : String(error);
	if (FULL.has(codeOf(error) ?? '')) return message('training.end.diskFull');
	if (error instanceof RangeError || OUT_OF_MEMORY.test(detail)) return message('training.end.outOfMemory', { batchSize });
	return message('training.end.unexpected', { detail });
}
