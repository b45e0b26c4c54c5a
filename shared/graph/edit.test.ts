import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDocument, GraphGroup } from './document.ts';
import { graphDocumentSchema } from './document.ts';
import { applyEdit, applyEdits, type Edit } from './edit.ts';
import { anyEdit, chain, edgeBetween, startingDocument } from './testing.ts';

const lenetStart = () => chain(['input'], ['conv2d'], ['maxPool2d'], ['flatten']);
const group = (id: string, parent?: string): GraphGroup => ({
	id,
	name: id,
	position: { x: 0, y: 0 },
	repeat: 1,
	collapsed: false,
	...(parent ? { parent } : {}),
});
const wires = (document: GraphDocument) => document.edges.map(({ source, target }) => `${source} ${target}`);

describe('an edit', () => {
	it('leaves what it does not touch as it is', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 12 }), anyEdit, (before, edit) => {
				const document = applyEdits(startingDocument(), before);
				const copy = JSON.parse(JSON.stringify(document)) as GraphDocument;
				const next = applyEdit(document, edit);
				expect(JSON.parse(JSON.stringify(document))).toEqual(copy);
				const touched = new Set(
					edit.kind === 'moveNodes' ? Object.keys(edit.positions) : 'node' in edit && typeof edit.node === 'string' ? [edit.node] : [],
				);
				if (edit.kind === 'addGroup') for (const id of edit.nodes) touched.add(id);
				if (edit.kind === 'removeGroup') for (const { id, group } of document.nodes) if (group === edit.group) touched.add(id);
				for (const node of document.nodes) {
					const after = next.nodes.find((other) => other.id === node.id);
					if (after && !touched.has(node.id)) expect(after).toBe(node);
				}
			}),
		);
	});

	it('keeps a well-formed document well formed', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 20 }), (edits) => {
				expect(graphDocumentSchema.safeParse(applyEdits(startingDocument(), edits)).error).toBeUndefined();
			}),
			{ numRuns: 50 },
		);
	});

	const document = lenetStart();
	const nothing: readonly Edit[] = [
		{ kind: 'removeNodes', nodes: ['missing'] },
		{ kind: 'setConfig', node: 'missing', config: { filters: 3 } },
		{ kind: 'setConfig', node: 'conv2d-1', config: { filters: 32, kernelSize: [3, 3] } },
		{ kind: 'setNode', node: 'missing', changes: { muted: true } },
		{ kind: 'setNode', node: 'conv2d-1', changes: { muted: undefined } },
		{ kind: 'replaceKind', node: 'missing', layerKind: 'dense', config: {} },
		{ kind: 'moveNodes', positions: { missing: { x: 1, y: 1 }, 'conv2d-1': { x: 184, y: 0 } } },
		{ kind: 'connect', edge: edgeBetween({ id: 'missing' }, { id: 'flatten-1' }) },
		{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'conv2d-1' }) },
		{ kind: 'connect', edge: edgeBetween({ id: 'input-1' }, { id: 'conv2d-1' }) },
		{ kind: 'disconnect', edge: edgeBetween({ id: 'input-1' }, { id: 'flatten-1' }) },
		{ kind: 'setGroup', group: 'missing', changes: { repeat: 2 } },
		{ kind: 'removeGroup', group: 'missing' },
		{ kind: 'setNote', note: 'missing', changes: { text: 'x' } },
		{ kind: 'removeNote', note: 'missing' },
		{ kind: 'renameDocument', name: 'test' },
		{ kind: 'setSettings', settings: { fractions: 'floor' } },
		{ kind: 'setDataset', dataset: null },
		{ kind: 'setTraining', training: { epochs: 5 } },
		{ kind: 'setSeed', seed: 1 },
	];
	for (const edit of nothing) {
		it(`gives back the same document where it changes nothing: ${JSON.stringify(edit)}`, () => {
			expect(applyEdit(document, edit)).toBe(document);
		});
	}
});

describe('connect', () => {
	it('replaces the wire of a port that takes one', () => {
		const next = applyEdit(lenetStart(), { kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'flatten-1' }) });
		expect(wires(next)).toEqual(['input-1 conv2d-1', 'conv2d-1 maxPool2d-1', 'conv2d-1 flatten-1']);
	});

	it('puts a wire at its place among those of a port that takes many', () => {
		let document = chain(['input'], ['add']);
		for (const id of ['a', 'b']) {
			const node = { id, kind: 'activation', name: id, config: {}, position: { x: 0, y: 0 } };
			document = applyEdits(document, [
				{ kind: 'addNode', node },
				{ kind: 'connect', edge: edgeBetween(node, { id: 'add-1' }), at: id === 'a' ? 0 : 1 },
			]);
		}
		expect(wires(document)).toEqual(['a add-1', 'b add-1', 'input-1 add-1']);
	});
});

describe('removeNodes', () => {
	it('takes the wires at the nodes along', () => {
		const next = applyEdit(lenetStart(), { kind: 'removeNodes', nodes: ['maxPool2d-1'] });
		expect(next.nodes.map((node) => node.id)).toEqual(['input-1', 'conv2d-1', 'flatten-1']);
		expect(wires(next)).toEqual(['input-1 conv2d-1']);
	});
});

describe('setNode', () => {
	it('clears what is undefined, but never name or position', () => {
		const muted = applyEdit(lenetStart(), { kind: 'setNode', node: 'conv2d-1', changes: { muted: true, role: 'base' } });
		const next = applyEdit(muted, { kind: 'setNode', node: 'conv2d-1', changes: { muted: undefined, name: undefined } });
		const node = next.nodes.find((other) => other.id === 'conv2d-1');
		expect(node).not.toHaveProperty('muted');
		expect(node).toMatchObject({ name: 'conv 1', role: 'base' });
	});
});

describe('replaceKind', () => {
	it('keeps id, name, place and the wires that still have a port', () => {
		const next = applyEdit(lenetStart(), { kind: 'replaceKind', node: 'maxPool2d-1', layerKind: 'output', config: {} });
		expect(next.nodes[2]).toMatchObject({ id: 'maxPool2d-1', kind: 'output', name: 'pool 1', position: { x: 368, y: 0 } });
		expect(wires(next)).toEqual(['input-1 conv2d-1', 'conv2d-1 maxPool2d-1']);
	});

	it('keeps one wire where the new kind takes one', () => {
		const document = startingDocument();
		const next = applyEdit(document, { kind: 'replaceKind', node: 'add-1', layerKind: 'activation', config: {} });
		expect(next.edges.filter((edge) => edge.target === 'add-1')).toEqual([edgeBetween({ id: 'conv2d-2' }, { id: 'add-1' })]);
	});
});

describe('groups', () => {
	it('take their nodes in and hand them to the group around when dissolved', () => {
		const grouped = applyEdits(lenetStart(), [
			{ kind: 'addGroup', group: group('outer'), nodes: [] },
			{ kind: 'addGroup', group: group('inner', 'outer'), nodes: ['conv2d-1', 'maxPool2d-1'] },
		]);
		expect(grouped.nodes.map((node) => node.group)).toEqual([undefined, 'inner', 'inner', undefined]);
		const once = applyEdit(grouped, { kind: 'removeGroup', group: 'inner' });
		expect(once.nodes.map((node) => node.group)).toEqual([undefined, 'outer', 'outer', undefined]);
		const twice = applyEdit(once, { kind: 'removeGroup', group: 'outer' });
		expect(twice.nodes.map((node) => 'group' in node)).toEqual([false, false, false, false]);
	});
});
