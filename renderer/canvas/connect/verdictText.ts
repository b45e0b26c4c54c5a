import type { Verdict } from '#shared/graph/connect.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';

/** "Fits: 5 × 5 × 16", "Fits, but: Needs a vector", or the reason of a refusal. */
export function wordVerdict(format: Formatter, verdict: Verdict): string {
	if (verdict.verdict === 'refused') return format.text(verdict.reason);
	if (verdict.verdict === 'problem') {
		const [first] = verdict.diagnostics;
		return format.text(first ? message('connect.but', { problem: first.title }) : message('connect.fits.plain'));
	}
	return format.text(verdict.output ? message('connect.fits', { shape: verdict.output }) : message('connect.fits.plain'));
}
