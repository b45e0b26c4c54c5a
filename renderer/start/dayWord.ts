const DAY_MS = 86_400_000;

/** When something was opened, as people say it: "today", "yesterday", "Monday" within a week, else the date. */
export function dayWord(openedAt: string, now: Date, locale: string): string {
	const then = new Date(openedAt);
	const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY_MS);
	if (days <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(days, 0), 'day');
	if (days < 7) return then.toLocaleDateString(locale, { weekday: 'long' });
	const isSameYear = then.getFullYear() === now.getFullYear();
	return then.toLocaleDateString(
		locale,
		isSameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
	);
}

function startOfDay(date: Date): number {
	return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
