import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { findTemplate } from '../templates/templates.ts';
import { type KeptHistory, packHistory, unpackHistory } from './history.ts';
import { applyPatch, diffDocuments } from './patch.ts';

const template = findTemplate('lenet-5');
if (!template) throw new Error('the template has another name');
const lenet = template.build('one');
const label = { id: 'history.delete', values: { count: 1, name: 'a' } };
const edits: readonly Edit[] = [
	{ kind: 'renameDocument', name: 'other' },
	{ kind: 'removeNodes', nodes: [lenet.nodes[2]?.id ?? ''] },
	{ kind: 'setConfig', node: lenet.nodes[1]?.id ?? '', config: { filters: 9 } },
	{ kind: 'setSeed', seed: 7 },
];

function walk(count: number): { readonly document: GraphDocument; readonly history: KeptHistory } {
	const documents = [lenet];
	for (let step = 0; step < count; step++) {
		const last = documents.at(-1) ?? lenet;
		documents.push(applyEdits(last, [edits[step] ?? { kind: 'setSeed', seed: step }]));
	}
	const document = documents.pop() ?? lenet;
	return { document, history: { past: documents.map((entry) => ({ label, document: entry })), future: [] } };
}
const overTheDisk = (document: GraphDocument): GraphDocument => JSON.parse(JSON.stringify(document));

describe('a kept history', () => {
	it('brings every step back, to both sides', () => {
		const { document, history } = walk(4);
		const middle = history.past[2]?.document ?? document;
		const both: KeptHistory = { past: history.past.slice(0, 2), future: [{ label, document }] };
		const back = unpackHistory(overTheDisk(middle), packHistory(middle, both));
		expect(overTheDisk(back as never)).toEqual(overTheDisk(both as never));
	});

	it('is small: a step costs what it changed', () => {
		const { document, history } = walk(300);
		expect(packHistory(document, history).length).toBeLessThan(300 * 120 + 20_000);
	});

	it('keeps the nearest steps when there are too many', () => {
		const { document, history } = walk(320);
		expect(unpackHistory(document, packHistory(document, history))?.past.map((step) => step.document.seed)).toEqual(
			history.past.slice(-300).map((step) => step.document.seed),
		);
	});

	it('is nothing when it is damaged or of another state', () => {
		const { document, history } = walk(4);
		const text = packHistory(document, history);
		expect(unpackHistory(lenet, text)).toBeNull();
		for (const broken of ['', 'null', text.slice(0, -9), text.replaceAll('"insert":[', '"insert":[7,')])
			expect(unpackHistory(document, broken)).toBeNull();
	});

	it('is made of patches that go both ways', () => {
		const { document } = walk(4);
		for (const [from, to] of [
			[lenet, document],
			[document, lenet],
		] as const)
			expect(applyPatch(from, diffDocuments(from, to))).toEqual(to);
	});
});
