import type { Message } from '#shared/text/message.ts';

/**
 * Something that a person can understand and act on: a full disk, a folder that is gone, a picture that is none.
 * Every other thrown error is a bug. Shells turn it into the contract's `PROBLEM`; `cause` keeps the technical reason.
 */
export class Problem extends Error {
	readonly userMessage: Message;

	constructor(userMessage: Message, options?: { readonly cause?: unknown }) {
		super(userMessage.id, options);
		this.name = 'Problem';
		this.userMessage = userMessage;
	}
}

/** The system's short name for what went wrong with a file (`ENOENT`), or `null`. */
export function codeOf(error: unknown): string | null {
	if (typeof error !== 'object' || error === null || !('code' in error)) return null;
	return typeof error.code === 'string' ? error.code : null;
}
