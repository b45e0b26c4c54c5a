import type { Diagnostic, Severity } from '#shared/inference/diagnostic.ts';
import { type Message, message } from '#shared/text/message.ts';

const severities: readonly Severity[] = ['error', 'warning', 'note'];

export interface ProblemCount {
	/** The worst that there is; only an error stops training. */
	readonly worst: Severity | 'fine';
	/** "2 problems", "1 note": worst first, each counted apart; one entry that says so where there is nothing. */
	readonly parts: readonly Message[];
}

/** How many problems, warnings and notes there are, in the same words wherever they are counted. */
export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCount {
	const counts = severities.map((severity) => ({
		severity,
		count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
	}));
	const present = counts.filter(({ count }) => count > 0);
	return {
		worst: present[0]?.severity ?? 'fine',
		parts:
			present.length > 0
				? present.map(({ severity, count }) => message(`problems.count.${severity}`, { count }))
				: [message('problems.count.fine')],
	};
}
