import { describe, expect, it } from 'vitest';
import type { GraphDocument, GraphGroup } from '../graph/document.ts';
import { applyEdit, applyEdits } from '../graph/edit.ts';
import { chain, edgeBetween, type Step } from '../graph/testing.ts';
import { layerTexts } from '../layers/catalogue.ts';
import { layerTable } from '../plan/summary.ts';
import { tableText } from '../plan/tableText.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { inferShapes } from './inferShapes.ts';

const context = { dataset: null };
const formatter = createFormatter('en', { ...english, ...layerTexts() });
const conv: Step = ['conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same' }];
const block: GraphGroup = { id: 'block', name: 'block', position: { x: 0, y: 0 }, repeat: 3, collapsed: false };

function repeated(document: GraphDocument, nodes: readonly string[], changes: Partial<GraphGroup> = {}): GraphDocument {
	return applyEdit(document, { kind: 'addGroup', group: { ...block, ...changes }, nodes });
}

/** What is wrong with the group, in words, and what is left after each repair. */
function groupProblem(document: GraphDocument) {
	const diagnostic = inferShapes(document, context).diagnostics.find(({ place }) => place.kind === 'group');
	return (
		diagnostic && {
			code: diagnostic.code,
			severity: diagnostic.severity,
			text: formatter.text(diagnostic.text).replaceAll('\u2009', ' '),
			fixes: diagnostic.fixes.map((fix) => formatter.text(fix.label)),
			uncured: diagnostic.fixes.filter((fix) =>
				inferShapes(applyEdits(document, fix.edits), context).diagnostics.some(({ code }) => code === diagnostic.code),
			),
		}
	);
}

describe('a repeated group', () => {
	const document = repeated(chain(['input'], conv, conv, ['flatten'], ['output']), ['conv2d-2']);
	const inference = inferShapes(document, context);

	it('counts every copy', () => {
		// A copy has (3·3·4 + 1)·4 = 148 weights and 28·28·4·36 = 112,896 multiply-adds.
		expect(inference.nodes.get('conv2d-2')).toMatchObject({
			copies: 3,
			output: [28, 28, 4],
			weightCount: 3 * 148,
			multiplyAdds: 3 * 112_896,
			activationBytes: 3 * 28 * 28 * 4 * 4,
		});
		expect(inference.totals.weights).toBe(40 + 3 * 148 + 31_370);
		expect([...inference.nodes.keys()]).toEqual(document.nodes.map((node) => node.id));
		expect(inference.order).toEqual(['input-1', 'conv2d-1', 'conv2d-2', 'flatten-1', 'output-1']);
	});

	it('sees through all copies', () => {
		// 3 + 2 after the first convolution and each of the three copies.
		expect(inference.nodes.get('conv2d-2')?.receptiveField?.height).toMatchObject({ size: 9, jump: 1, start: -4 });
	});

	it('stands in the table of layers with the number of copies', () => {
		const table = layerTable(document, inference);
		expect(tableText(table, 'csv', formatter).split('\n')[3]).toMatch(/^conv 2 ×3,conv2d,28x28x4,444,338688,/);
	});

	it('costs as much as its copies written out by hand', () => {
		const byHand = inferShapes(chain(['input'], conv, conv, conv, conv, ['flatten'], ['output']), context);
		expect(inference.totals).toEqual(byHand.totals);
	});

	it('has a residual block once more for each copy', () => {
		const plain = chain(['input'], conv, conv, ['add'], ['flatten'], ['output']);
		const residual = { ...plain, edges: [...plain.edges, edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' })] };
		const { nodes, diagnostics } = inferShapes(repeated(residual, ['conv2d-2', 'add-1']), context);
		expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(nodes.get('add-1')).toMatchObject({ copies: 3, output: [28, 28, 4] });
	});

	it('says with both sizes that a copy cannot feed the next one, and keeps the size with one click', () => {
		const shrinking = chain(['input'], conv, ['conv2d', { filters: 4, kernelSize: [5, 5], padding: 'valid' }], ['flatten'], ['output']);
		const broken = repeated(shrinking, ['conv2d-2']);
		expect(groupProblem(broken)).toEqual({
			code: 'repeatSize',
			severity: 'error',
			text: 'block takes 28 × 28 × 4 and gives 24 × 24 × 4. Each of its 3 copies feeds the next one, so what goes out must have the size of what comes in.',
			fixes: ['Set Padding of conv 2 to same', 'Keep a single copy'],
			uncured: [],
		});
		expect(inferShapes(broken, context).nodes.get('conv2d-2')?.status).toBe('error');
		const deeper = repeated(chain(['input'], conv, ['conv2d', { filters: 8, padding: 'same' }], ['flatten'], ['output']), ['conv2d-2']);
		expect(groupProblem(deeper)?.fixes).toEqual(['Set Filters of conv 2 to 4', 'Keep a single copy']);
		expect(groupProblem(deeper)?.uncured).toEqual([]);
		const two: Step = ['conv2d', { filters: 4, kernelSize: [3, 3], padding: 'valid' }];
		const both = repeated(chain(['input'], conv, two, two, ['flatten'], ['output']), ['conv2d-2', 'conv2d-3']);
		expect(groupProblem(both)?.fixes).toEqual(['Keep the size inside block', 'Keep a single copy']);
		expect(groupProblem(both)?.uncured).toEqual([]);
	});

	it('needs one way in, one way out and no end of the network inside', () => {
		const side = chain(['input'], conv, conv, ['add'], ['flatten'], ['output']);
		const twoOut = { ...side, edges: [...side.edges, edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' })] };
		expect(groupProblem(repeated(twoOut, ['conv2d-1', 'conv2d-2']))).toMatchObject({
			code: 'repeatExits',
			text: 'block is there 3 times, and each copy feeds the next one. But 2 layers lead out of it: conv 2, conv 1. Join them inside the group, or keep a single copy.',
			uncured: [],
		});
		expect(groupProblem(repeated(twoOut, ['add-1']))).toMatchObject({ code: 'repeatEntries', uncured: [] });
		expect(groupProblem(repeated(side, ['input-1', 'conv2d-1']))).toMatchObject({ code: 'repeatEndpoint', uncured: [] });
	});

	it('is never written out beyond what a machine can hold', () => {
		expect(groupProblem(repeated(chain(['input'], conv, ['flatten'], ['output']), ['conv2d-1'], { repeat: 1_000_000_000 }))).toMatchObject({
			code: 'repeatTooLong',
			fixes: ['Repeat it 4,997 times', 'Keep a single copy'],
		});
	});

	it('answers alike after an edit and from the start, and keeps what an edit does not reach', () => {
		const next = applyEdit(document, { kind: 'setConfig', node: 'conv2d-2', config: { activation: 'tanh' } });
		const after = inferShapes(next, context, inference);
		expect(after).toEqual(inferShapes(next, context));
		expect([...after.nodes].filter(([id, node]) => node !== inference.nodes.get(id)).map(([id]) => id)).toEqual(['conv2d-2']);
		const single = applyEdit(next, { kind: 'setGroup', group: 'block', changes: { repeat: 1 } });
		expect(inferShapes(single, context, after)).toEqual(inferShapes(single, context));
	});

	it('offers repairs that name only nodes of the document', () => {
		const { diagnostics } = inferShapes(repeated(chain(['input'], conv, conv, ['dense'], ['output']), ['conv2d-2']), context);
		const ids = diagnostics.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits)).map((edit) => JSON.stringify(edit));
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.filter((edit) => edit.includes('block×'))).toEqual([]);
	});
});

describe('a muted layer', () => {
	it('says that the layer after it misses the size, and works again with one click', () => {
		const document = chain(['input'], conv, ['flatten'], ['dense'], ['output']);
		const muted = applyEdit(document, { kind: 'setNode', node: 'flatten-1', changes: { muted: true } });
		const [diagnostic] = inferShapes(muted, context).diagnostics.filter(({ code }) => code === 'mutedSize');
		if (!diagnostic) throw new Error('expected a diagnostic');
		expect(formatter.text(diagnostic.text).replaceAll('\u2009', ' ')).toBe(
			'flatten is muted, so 28 × 28 × 4 goes on instead of 3,136. That is where dense 1 fails: mute layers that keep the size, or let flatten work again.',
		);
		expect(diagnostic.fixes.map((fix) => formatter.text(fix.label))).toEqual(['Let flatten work']);
		const cured = applyEdits(muted, diagnostic.fixes[0]?.edits ?? []);
		expect(inferShapes(cured, context).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('is told so where it is an end of the network', () => {
		const document = applyEdit(chain(['input'], ['flatten'], ['output']), { kind: 'setNode', node: 'output-1', changes: { muted: true } });
		expect(inferShapes(document, context).diagnostics.map(({ code }) => code)).toContain('mutedEndpoint');
	});
});
