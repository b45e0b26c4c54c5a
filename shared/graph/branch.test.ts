import { expect, it } from 'vitest';
import { branchOff, roomBelow } from './branch.ts';
import { applyEdits } from './edit.ts';
import { makeGroup } from './groupEdits.ts';
import { findNode } from './query.ts';
import { chain, edgeBetween } from './testing.ts';

const same = { filters: 8, padding: 'same', kernelSize: [3, 3] };
/** input → conv 1 → conv 2 → flatten → output. */
const document = chain(['input'], ['conv2d', same], ['conv2d', { ...same, filters: 16 }], ['flatten'], ['output']);

it('feeds the copy of a layer from the same source, and leaves its answer free', () => {
	const { edits, nodes } = branchOff(document, ['conv2d-2'], { x: 0, y: 300 });
	const next = applyEdits(document, edits);
	expect(nodes).toEqual(['conv2d-3']);
	expect(findNode(next, 'conv2d-3')).toMatchObject({ name: 'conv 3', position: { x: 368, y: 300 }, config: { filters: 16 } });
	expect(next.edges).toEqual([...document.edges, edgeBetween({ id: 'conv2d-1' }, { id: 'conv2d-3' })]);
});

it('keeps the wires among several copies', () => {
	const next = applyEdits(document, branchOff(document, ['conv2d-1', 'conv2d-2'], { x: 0, y: 300 }).edits);
	expect(next.edges.slice(document.edges.length)).toEqual([
		edgeBetween({ id: 'conv2d-3' }, { id: 'conv2d-4' }),
		edgeBetween({ id: 'input-1' }, { id: 'conv2d-3' }),
	]);
});

it('copies a whole group as a group', () => {
	const grouped = applyEdits(document, makeGroup(document, ['conv2d-1', 'conv2d-2'], [], 'block')?.edits ?? []);
	const { edits, groups } = branchOff(grouped, ['conv2d-1', 'conv2d-2'], { x: 0, y: 300 });
	const next = applyEdits(grouped, edits);
	expect(groups).toEqual(['group-2']);
	expect(next.nodes.filter((node) => node.group === 'group-2').map(({ id }) => id)).toEqual(['conv2d-3', 'conv2d-4']);
	expect(next.edges).toContainEqual(edgeBetween({ id: 'input-1' }, { id: 'conv2d-3' }));
});

it('finds room below that no card takes', () => {
	expect(roomBelow(document, ['conv2d-2'])).toEqual({ x: 0, y: 248 });
	const taken = applyEdits(document, [{ kind: 'moveNodes', positions: { 'output-1': { x: 368, y: 200 } } }]);
	expect(roomBelow(taken, ['conv2d-2'])).toEqual({ x: 0, y: 496 });
});
