import { describe, expect, it } from 'vitest';
import type { GraphDocument } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { makeGroup } from './groupEdits.ts';
import { groupAt } from './groupPlace.ts';
import { layerMaker, putOnWire } from './insert.ts';
import { placeAfter, slideRight } from './place.ts';
import { findNode } from './query.ts';
import { chain, edgeBetween } from './testing.ts';

const same = { filters: 8, padding: 'same', kernelSize: [3, 3] };

/** input → conv 1 → [conv 2 → conv 3] → flatten → output; the folded group stands at x = 368. */
function grouped(): GraphDocument {
	const plain = chain(['input'], ['conv2d', same], ['conv2d', same], ['conv2d', same], ['flatten'], ['output']);
	return applyEdits(plain, makeGroup(plain, ['conv2d-2', 'conv2d-3'], [], 'block')?.edits ?? []);
}

const xOf = (document: GraphDocument, id: string) =>
	findNode(document, id)?.position.x ?? document.groups.find((group) => group.id === id)?.position.x;
const put = (document: GraphDocument, source: string, target: string, within?: { readonly home: string | undefined }): GraphDocument =>
	applyEdits(
		document,
		putOnWire(document, [edgeBetween({ id: source }, { id: target })], layerMaker('batchNorm'), within && { ...within, input: null }) ?? [],
	);

describe('room on the canvas', () => {
	it('counts what shows, not what a folded group hides', () => {
		const document = grouped();
		// conv 3 lies at 552, where flatten moved to when the group folded.
		const hidden: Edit = { kind: 'moveNodes', positions: { 'conv2d-3': { x: 0, y: 400 } } };
		const moved = applyEdits(document, [hidden]);
		expect(slideRight(moved, { x: 0, y: 400 })).toEqual({ x: 0, y: 400 });
		expect(slideRight(moved, { x: 0, y: 400 }, 'group-1')).toEqual({ x: 184, y: 400 });
		expect(slideRight(moved, { x: 368, y: 0 })).toEqual({ x: 920, y: 0 });
		expect(placeAfter(moved, 'conv2d-3')).toEqual({ x: 920, y: 0 });
	});

	it('is made on a wire to a folded group outside of it, and the card moves on', () => {
		const next = put(grouped(), 'conv2d-1', 'conv2d-2', { home: undefined });
		expect(findNode(next, 'batchNorm-1')).toMatchObject({ position: { x: 368, y: 0 } });
		expect(findNode(next, 'batchNorm-1')?.group).toBeUndefined();
		expect(xOf(next, 'group-1')).toBe(552);
		expect(xOf(next, 'flatten-1')).toBe(736);
		// What is inside stays where it is.
		expect(xOf(next, 'conv2d-2')).toBe(368);
	});

	it('is made inside where the end of the wire asks for it', () => {
		const next = put(grouped(), 'conv2d-2', 'conv2d-3');
		expect(findNode(next, 'batchNorm-1')).toMatchObject({ group: 'group-1', position: { x: 552, y: 0 } });
		expect(xOf(next, 'flatten-1')).toBe(552);
		expect(next.edges).toContainEqual(edgeBetween({ id: 'batchNorm-1' }, { id: 'conv2d-3' }));
	});

	it('is made behind the last layer of a group on a wire that leaves it', () => {
		const next = put(grouped(), 'conv2d-3', 'flatten-1', { home: 'group-1' });
		expect(findNode(next, 'batchNorm-1')).toMatchObject({ group: 'group-1', position: { x: 736, y: 0 } });
		expect(xOf(next, 'flatten-1')).toBe(552);
	});
});

it('puts a layer on all wires that are drawn as one, in their places', () => {
	const document = applyEdits(chain(['input'], ['conv2d', same], ['conv2d', same], ['add'], ['flatten'], ['output']), [
		{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' }) },
	]);
	const wires = [edgeBetween({ id: 'conv2d-1' }, { id: 'conv2d-2' }), edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' })] as const;
	const next = applyEdits(document, putOnWire(document, wires, layerMaker('batchNorm')) ?? []);
	expect(next.edges.filter((edge) => edge.source === 'conv2d-1').map((edge) => edge.target)).toEqual(['batchNorm-1']);
	expect(next.edges.filter((edge) => edge.target === 'add-1').map((edge) => edge.source)).toEqual(['conv2d-2', 'batchNorm-1']);
});

it('finds the open group whose frame covers a point', () => {
	const document = grouped();
	const open = applyEdits(document, [{ kind: 'setGroup', group: 'group-1', changes: { collapsed: false } }]);
	expect(groupAt(open, { x: 400, y: 100 }, undefined)).toBe('group-1');
	expect(groupAt(open, { x: 100, y: 100 }, undefined)).toBeUndefined();
	expect(groupAt(open, { x: 400, y: 100 }, 'group-1')).toBeUndefined();
	expect(groupAt(document, { x: 400, y: 100 }, undefined)).toBeUndefined();
});
