import type { RunSummary } from '#shared/training/event.ts';

/** Starred runs first, each part newest first. */
export function starredFirst<Run extends Pick<RunSummary, 'isStarred' | 'startedAt'>>(runs: readonly Run[]): readonly Run[] {
	return [...runs].sort((a, b) => Number(b.isStarred) - Number(a.isStarred) || b.startedAt.localeCompare(a.startedAt));
}
