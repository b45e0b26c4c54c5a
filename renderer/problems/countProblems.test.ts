import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '#shared/inference/diagnostic.ts';
import { message } from '#shared/text/message.ts';
import { currentFormatter } from '../text/useText.ts';
import { countProblems } from './countProblems.ts';

function diagnostic(severity: Severity): Diagnostic {
	const words = message('problems.count.fine');
	return { code: 'x', severity, place: { kind: 'document' }, title: words, text: words, received: null, expected: null, fixes: [] };
}

function said(...severities: readonly Severity[]): readonly string[] {
	return countProblems(severities.map(diagnostic)).parts.map((part) => currentFormatter().text(part));
}

describe('countProblems', () => {
	it('counts problems, warnings and notes apart, the worst first', () => {
		expect(said('note', 'error', 'warning', 'error')).toEqual(['2 problems', '1 warning', '1 note']);
		expect(countProblems([diagnostic('note'), diagnostic('warning')]).worst).toBe('warning');
	});

	it('says that there is nothing', () => {
		expect(said()).toEqual(['No problems']);
		expect(countProblems([]).worst).toBe('fine');
	});
});
