import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edit.ts';
import { anyDocument, anyEdit, chain, startingDocument } from '../testing.ts';
import { compareDocuments, isSameComparison } from './compareDocuments.ts';

const edited = fc.array(anyEdit, { maxLength: 20 }).map((edits) => applyEdits(startingDocument(), edits));

describe('comparing two documents', () => {
	it('finds nothing between a document and itself', () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				expect(isSameComparison(compareDocuments(document, structuredClone(document)))).toBe(true);
			}),
		);
	});

	it('adds one way what it removes the other way', () => {
		fc.assert(
			fc.property(edited, edited, (a, b) => {
				const there = compareDocuments(a, b);
				const back = compareDocuments(b, a);
				expect(there.nodes.added.length - there.nodes.removed.length).toBe(b.nodes.length - a.nodes.length);
				expect(back.nodes.removed.map(({ kind }) => kind).sort()).toEqual(there.nodes.added.map(({ kind }) => kind).sort());
				expect(back.training.length).toBe(there.training.length);
				expect(back.settings.length).toBe(there.settings.length);
				expect(isSameComparison(back)).toBe(isSameComparison(there));
			}),
		);
	});

	it('tells old and new value of each setting, and the wires', () => {
		const before = chain(['input'], ['conv2d', { filters: 6 }], ['flatten'], ['output']);
		const after = applyEdits(before, [
			{ kind: 'setConfig', node: 'conv2d-1', config: { filters: 8 } },
			{ kind: 'removeNodes', nodes: ['flatten-1'] },
			{ kind: 'setTraining', training: { batchSize: 2 } },
		]);
		const { nodes, edges, training } = compareDocuments(before, after);
		expect(nodes.changed.map(({ before: { name }, fields }) => [name, fields])).toEqual([
			['conv 1', [{ field: 'config.filters', before: 6, after: 8 }]],
		]);
		expect(nodes.removed.map(({ name }) => name)).toEqual(['flatten']);
		expect(nodes.added).toEqual([]);
		expect(edges.removed).toHaveLength(2);
		expect(training).toEqual([{ field: 'batchSize', before: 64, after: 2 }]);
	});

	it('does not mind where cards stand', () => {
		const document = startingDocument();
		const moved = applyEdits(document, [{ kind: 'moveNodes', positions: { 'input-1': { x: 999, y: 7 } } }]);
		expect(isSameComparison(compareDocuments(document, moved))).toBe(true);
	});

	it('matches layers of another file by name, then by kind in the order of the data', () => {
		const document = chain(['input'], ['conv2d'], ['conv2d'], ['output']);
		const ids = new Map(document.nodes.map(({ id }) => [id, `other ${id}`]));
		const other = {
			...document,
			nodes: document.nodes.map((node) => ({ ...node, id: ids.get(node.id) ?? '', name: node.name === 'conv 2' ? 'eyes' : node.name })),
			edges: document.edges.map((edge) => ({ ...edge, source: ids.get(edge.source) ?? '', target: ids.get(edge.target) ?? '' })),
		};
		const { nodes, edges } = compareDocuments(document, other);
		expect(nodes.changed.map(({ fields }) => fields)).toEqual([[{ field: 'name', before: 'conv 2', after: 'eyes' }]]);
		expect([nodes.added, nodes.removed, edges.added, edges.removed]).toEqual([[], [], [], []]);
	});
});
