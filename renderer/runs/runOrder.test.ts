import { expect, it } from 'vitest';
import { starredFirst } from './runOrder.ts';

it('lists starred runs first, each part newest first', () => {
	const runs = [
		{ name: 'old', isStarred: false, startedAt: '2026-01-01' },
		{ name: 'good', isStarred: true, startedAt: '2026-01-02' },
		{ name: 'new', isStarred: false, startedAt: '2026-01-03' },
		{ name: 'better', isStarred: true, startedAt: '2026-01-04' },
	];
	expect(starredFirst(runs).map(({ name }) => name)).toEqual(['better', 'good', 'new', 'old']);
});
