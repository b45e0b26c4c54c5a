import type { GoldenAnswer, GoldenCase } from './runGoldenCases.ts';

/** A rule in which we differ from a framework on purpose. Stated by the settings that it concerns, never by a case. */
export interface KnownException {
	readonly name: string;
	readonly reason: string;
	readonly applies: (given: GoldenCase, ours: GoldenAnswer) => boolean;
}

export const knownExceptions: readonly KnownException[] = [];
