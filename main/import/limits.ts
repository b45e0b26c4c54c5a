import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';

/** What a file may ask for, so that a damaged or hostile one cannot fill the memory. */
export const LIMITS = {
	/** Bytes of a file, and of an entry of one. */
	file: 2_000_000_000,
	/** Bytes of the text that describes the network. */
	description: 64_000_000,
	/** Values of all weights together: the largest classic networks have 150 million. */
	values: 400_000_000,
	layers: 5000,
	/** Operators of a graph, of which several may make one layer. */
	operators: 20_000,
	/** Models inside models. */
	depth: 16,
} as const;

export function assertFileSize(name: string, bytes: number, limit: number = LIMITS.file): void {
	if (bytes > limit)
		throw new Problem(message('importing.problem.tooLarge', { name, size: words.bytes(bytes), limit: words.bytes(limit) }));
}

/** Counts values before memory is taken for them. */
export class ValueBudget {
	#left: number = LIMITS.values;

	take(shape: readonly number[]): void {
		this.#left -= countValues(shape);
		if (!(this.#left >= 0)) throw new Problem(message('importing.problem.tooManyValues', { limit: LIMITS.values }));
	}
}

/** The file is not what its name says, or was cut short. */
export function damaged(name: string, cause?: unknown): Problem {
	return new Problem(message('importing.problem.damaged', { name }), { cause });
}
