import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { applyEdits } from '../graph/edit.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import type { InferenceContext } from './context.ts';
import type { Diagnostic } from './diagnostic.ts';
import { inferShapes } from './inferShapes.ts';
import { graphCases } from './testing/diagnosticCases.ts';
import { layerCases } from './testing/layerCases.ts';

const words: Readonly<Record<string, string>> = { ...english, ...layerTexts() };
const formatter = createFormatter('en', words);
const plain = (text: string) => text.replaceAll('\u2009', ' ');
const cases = { ...graphCases, ...layerCases };

function find(document: GraphDocument, context: InferenceContext, code: string): Diagnostic | undefined {
	return inferShapes(document, context).diagnostics.find((diagnostic) => diagnostic.code === code);
}

function nameAt(document: GraphDocument, { place }: Diagnostic): string | null {
	return place.kind === 'node' ? (document.nodes.find((node) => node.id === place.node)?.name ?? null) : null;
}

/** Every code that has words. */
const codes = Object.keys(words).flatMap((id) => /(?:^|\.)diagnostic\.(\w+)\.title$/.exec(id)?.[1] ?? []);

describe('every diagnostic', () => {
	it('has a case here', () => {
		expect(Object.keys(cases).sort()).toEqual([...new Set(codes)].sort());
	});

	for (const [code, expected] of Object.entries(cases)) {
		describe(code, () => {
			const context: InferenceContext = { dataset: null, ...expected.context };
			const diagnostic = find(expected.document, context, code);

			it('is found where it is, with its numbers', () => {
				expect(diagnostic).toBeDefined();
				if (!diagnostic) return;
				expect(diagnostic.severity).toBe(expected.severity);
				expect(nameAt(expected.document, diagnostic)).toBe(expected.at);
				expect(plain(formatter.text(diagnostic.title))).toBe(expected.title);
				if (expected.text) expect(plain(formatter.text(diagnostic.text))).toBe(expected.text);
			});

			it('offers its repairs', () => {
				expect(diagnostic?.fixes.map((fix) => plain(formatter.text(fix.label)))).toEqual(expected.fixes);
			});

			for (const [place, label] of expected.fixes.entries()) {
				it(`is gone after “${label}”`, () => {
					const next = applyEdits(expected.document, diagnostic?.fixes[place]?.edits ?? []);
					expect(find(next, context, code)).toBeUndefined();
				});
			}
		});
	}
});
