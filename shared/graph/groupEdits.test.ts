import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import type { GraphDocument, GraphEdge } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { foldGroup, makeGroup, takeOut, takeOver, unfoldGroup, ungroup } from './groupEdits.ts';
import { groupPorts } from './groups.ts';
import { insertPiece, takePiece } from './piece.ts';
import { groupMembers } from './query.ts';
import { chain, edgeBetween } from './testing.ts';

const same = { filters: 8, padding: 'same', kernelSize: [3, 3] };

/** input → conv 1 → conv 2 → conv 3 → flatten → output; conv 2 and conv 3 in a group. */
function grouped(repeat = 1): GraphDocument {
	const plain = chain(['input'], ['conv2d', same], ['conv2d', same], ['conv2d', same], ['flatten'], ['output']);
	const made = makeGroup(plain, ['conv2d-2', 'conv2d-3'], [], 'block');
	if (!made) throw new Error('expected a group');
	return applyEdits(plain, [...made.edits, { kind: 'setGroup', group: made.group, changes: { repeat } }]);
}

function totals(document: GraphDocument) {
	return inferShapes(document, { dataset: null }).totals;
}

function applied(document: GraphDocument, edits: readonly Edit[]): GraphDocument {
	return applyEdits(document, edits);
}

const positions = (document: GraphDocument) => Object.fromEntries(document.nodes.map(({ id, position }) => [id, [position.x, position.y]]));

describe('making a group', () => {
	it('folds the chosen layers into a card where the first stood, and what follows moves up', () => {
		const document = grouped();
		expect(document.groups).toEqual([{ id: 'group-1', name: 'block 1', position: { x: 368, y: 0 }, repeat: 1, collapsed: true }]);
		expect([...groupMembers(document, 'group-1')]).toEqual(['conv2d-2', 'conv2d-3']);
		expect(positions(document)).toMatchObject({ 'conv2d-1': [184, 0], 'flatten-1': [552, 0], 'output-1': [736, 0] });
	});

	it('takes whole groups in, and groups of which some members were chosen', () => {
		const document = grouped();
		const made = makeGroup(document, ['conv2d-1', 'conv2d-2'], [], 'stage');
		const next = applied(document, made?.edits ?? []);
		expect(next.groups.find((group) => group.id === 'group-1')?.parent).toBe('group-2');
		expect(next.nodes.find((node) => node.id === 'conv2d-1')?.group).toBe('group-2');
		expect(next.nodes.find((node) => node.id === 'conv2d-2')?.group).toBe('group-1');
	});

	it('makes nothing of nothing', () => {
		expect(makeGroup(grouped(), [], [], 'block')).toBeNull();
	});
});

describe('folding and unfolding', () => {
	it('come back to where they began', () => {
		const document = grouped();
		const open = applied(document, unfoldGroup(document, 'group-1'));
		expect(open.groups[0]?.collapsed).toBe(false);
		expect(positions(open)).toMatchObject({ 'conv2d-2': [368, 0], 'conv2d-3': [552, 0], 'flatten-1': [736, 0] });
		expect(positions(applied(open, foldGroup(open, 'group-1')))).toEqual(positions(document));
	});

	it('brings the members to a card that was moved', () => {
		const document = applied(grouped(), [{ kind: 'setGroup', group: 'group-1', changes: { position: { x: 368, y: 500 } } }]);
		const open = applied(document, unfoldGroup(document, 'group-1'));
		expect(positions(open)).toMatchObject({ 'conv2d-2': [368, 500], 'conv2d-3': [552, 500], 'flatten-1': [552, 0] });
	});
});

describe('ungrouping', () => {
	it('leaves the network as it was', () => {
		const document = grouped();
		const flat = applied(document, ungroup(document, 'group-1'));
		expect(flat.groups).toEqual([]);
		expect(flat.nodes.every((node) => node.group === undefined)).toBe(true);
		expect(totals(flat)).toEqual(totals(document));
	});

	it('writes the copies of a repeated group out, which compute the same', () => {
		const document = grouped(3);
		const flat = applied(document, ungroup(document, 'group-1'));
		expect(flat.groups).toEqual([]);
		expect(flat.nodes).toHaveLength(6 + 4);
		expect(totals(flat)).toEqual(totals(document));
		expect(new Set(flat.nodes.map((node) => node.name)).size).toBe(10);
		expect(new Set(flat.nodes.map(({ position }) => `${position.x} ${position.y}`)).size).toBe(10);
	});

	it('keeps the order of the wires at a join behind the copies', () => {
		const base = grouped(2);
		const join: GraphDocument = applied(base, [
			{ kind: 'removeNodes', nodes: ['flatten-1', 'output-1'] },
			{ kind: 'addNode', node: { id: 'concatenate-1', kind: 'concatenate', name: 'concat', config: {}, position: { x: 900, y: 0 } } },
			{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-3' }, { id: 'concatenate-1' }) },
			{ kind: 'connect', edge: edgeBetween({ id: 'input-1' }, { id: 'concatenate-1' }) },
		]);
		const flat = applied(join, ungroup(join, 'group-1'));
		const sources = flat.edges.filter((edge) => edge.target === 'concatenate-1').map((edge: GraphEdge) => edge.source);
		expect(sources).toEqual(['conv2d-5', 'input-1']);
	});

	it('copies the groups inside', () => {
		const document = grouped();
		const outer = makeGroup(document, ['conv2d-1'], ['group-1'], 'stage');
		const nested = applied(document, [
			...(outer?.edits ?? []),
			{ kind: 'setGroup', group: 'group-1', changes: { repeat: 2 } },
			{ kind: 'setNode', node: 'input-1', changes: {} },
		]);
		const same8 = applied(nested, [
			{ kind: 'setConfig', node: 'input-1', config: { channels: 8 } },
			{ kind: 'setGroup', group: 'group-2', changes: { repeat: 2 } },
		]);
		const flat = applied(same8, ungroup(same8, 'group-2'));
		expect(flat.groups.map(({ id, repeat }) => [id, repeat])).toEqual([
			['group-1', 2],
			['group-3', 2],
		]);
		expect(totals(flat)).toEqual(totals(same8));
	});

	it('keeps layers muted and frozen that were so with their group', () => {
		const document = applied(grouped(), [{ kind: 'setGroup', group: 'group-1', changes: { frozen: true } }]);
		const flat = applied(document, ungroup(document, 'group-1'));
		expect(flat.nodes.filter((node) => node.frozen).map((node) => node.id)).toEqual(['conv2d-2', 'conv2d-3']);
	});
});

describe('the last node of a group', () => {
	it('takes the group with it when it is deleted', () => {
		const document = applied(grouped(), [{ kind: 'removeNodes', nodes: ['conv2d-2', 'conv2d-3'] }]);
		expect(document.groups).toEqual([]);
	});

	it('takes the group with it when it is moved out', () => {
		const document = grouped();
		expect(applied(document, takeOut(document, ['conv2d-2', 'conv2d-3'])).groups).toEqual([]);
		expect(applied(document, takeOut(document, ['conv2d-2'])).groups).toHaveLength(1);
	});
});

describe('ports', () => {
	it('are one for each answer that crosses the border', () => {
		const document = applied(grouped(), [
			{ kind: 'addNode', node: { id: 'add-1', kind: 'add', name: 'add', config: {}, position: { x: 0, y: 0 }, group: 'group-1' } },
			{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' }) },
			{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-3' }, { id: 'add-1' }) },
		]);
		const { entries, exits } = groupPorts(document, groupMembers(document, 'group-1'));
		expect(entries.map(({ source, edges }) => [source, edges.map((edge) => edge.target)])).toEqual([['conv2d-1', ['conv2d-2', 'add-1']]]);
		expect(exits.map(({ source }) => source)).toEqual(['conv2d-3']);
	});

	it('let another answer take the place of a wire', () => {
		const document = applied(grouped(), [
			{ kind: 'addNode', node: { id: 'add-1', kind: 'add', name: 'add', config: {}, position: { x: 0, y: 0 } } },
			{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' }) },
			{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-3' }, { id: 'add-1' }) },
		]);
		const wire = edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' });
		const next = applied(document, takeOver(document, wire, { source: 'conv2d-2', sourcePort: 'out' }));
		expect(next.edges.filter((edge) => edge.target === 'add-1').map((edge) => edge.source)).toEqual(['conv2d-2', 'conv2d-3']);
	});
});

describe('a piece with groups', () => {
	it('takes groups along whose members are all in it, and puts them into another group', () => {
		const document = grouped(2);
		const piece = takePiece(document, groupMembers(document, 'group-1'));
		expect(piece.groups).toHaveLength(1);
		const inserted = insertPiece(document, piece, { x: 0, y: 400 }, 'group-1');
		const next = applied(document, inserted.edits);
		expect(inserted.groups).toEqual(['group-2']);
		expect(next.groups.find((group) => group.id === 'group-2')).toMatchObject({ name: 'block 2', parent: 'group-1', repeat: 2 });
		expect(next.nodes.filter((node) => node.group === 'group-2').map((node) => node.id)).toEqual(['conv2d-4', 'conv2d-5']);
	});

	it('leaves the group out that one looks into', () => {
		const document = grouped();
		expect(takePiece(document, groupMembers(document, 'group-1'), 'group-1').groups).toEqual([]);
	});
});
