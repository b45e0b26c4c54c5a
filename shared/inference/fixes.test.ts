import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../graph/edit.ts';
import { anyEdit, chain, startingDocument } from '../graph/testing.ts';
import { isSameData } from '../json.ts';
import { inferShapes } from './inferShapes.ts';

const context = { dataset: null };

describe('every repair', () => {
	it('removes its problem from any document', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 16 }), (edits) => {
				const document = applyEdits(startingDocument(), edits);
				for (const diagnostic of inferShapes(document, context).diagnostics) {
					for (const fix of diagnostic.fixes) {
						const next = applyEdits(document, fix.edits);
						expect(next, `${diagnostic.code} ${fix.id} changes something`).not.toBe(document);
						const left = inferShapes(next, context).diagnostics.filter(
							(other) => other.code === diagnostic.code && isSameData(other.place, diagnostic.place),
						);
						expect(left, `${diagnostic.code} is gone after ${fix.id}`).toEqual([]);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe('an inserted layer', () => {
	const document = chain(['input'], ['conv2d'], ['dense'], ['output']);
	const fix = inferShapes(document, context).diagnostics[0]?.fixes.find(({ id }) => id === 'insertFlatten');
	const next = applyEdits(document, fix?.edits ?? []);

	it('takes the place of the layer after it, which moves on with its followers', () => {
		expect(next.nodes.map(({ name, position }) => [name, position.x])).toEqual([
			['input', 0],
			['conv 1', 184],
			['dense 1', 552],
			['output', 736],
			['flatten', 368],
		]);
	});

	it('stands between the two ends of the wire', () => {
		expect(next.edges.map(({ source, target }) => `${source} ${target}`)).toEqual([
			'input-1 conv2d-1',
			'dense-1 output-1',
			'conv2d-1 flatten-1',
			'flatten-1 dense-1',
		]);
	});

	it('moves nothing where there is room', () => {
		const spread = {
			...document,
			nodes: document.nodes.map((node, place) => ({ ...node, position: { x: place * 400, y: 0 }, role: 'head' as const })),
		};
		const roomy = inferShapes(spread, context).diagnostics[0]?.fixes.find(({ id }) => id === 'insertFlatten');
		const after = applyEdits(spread, roomy?.edits ?? []);
		expect(after.nodes.slice(0, 4)).toEqual(spread.nodes);
		expect(after.nodes[4]).toMatchObject({ position: { x: 800 - 184, y: 0 }, role: 'head' });
	});
});
