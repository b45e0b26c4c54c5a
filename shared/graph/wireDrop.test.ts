import { describe, expect, it } from 'vitest';
import { digits } from '../inference/testing/diagnosticCases.ts';
import type { GraphDocument } from './document.ts';
import { applyEdits } from './edit.ts';
import { makeGroup } from './groupEdits.ts';
import { findGroup } from './groups.ts';
import { groupMover, layerMaker, layerMover, type Maker, putOnWire, type WireSpot } from './insert.ts';
import { findNode } from './query.ts';
import { chain, edgeBetween, type Step } from './testing.ts';
import { isLoose, judgeOnWire } from './wireDrop.ts';

const conv = { filters: 8, padding: 'valid', kernelSize: [5, 5] };
/** input 28 × 28 → conv 24 × 24 × 8 → flatten → output. */
const plain = chain(['input'], ['conv2d', conv], ['flatten'], ['output']);
const wire = edgeBetween({ id: 'conv2d-1' }, { id: 'flatten-1' });
const spot: WireSpot = { home: undefined, input: null };

/** `plain` and a layer without wires far below. */
function withLoose(...step: Step): GraphDocument {
	const [node] = chain(step).nodes;
	if (!node) throw new Error('no node');
	const id = plain.nodes.some((other) => other.id === node.id) ? `${node.id}-loose` : node.id;
	return { ...plain, nodes: [...plain.nodes, { ...node, id, name: id, position: { x: 0, y: 900 } }] };
}

const mover = (document: GraphDocument, id: string): Maker => {
	const node = findNode(document, id);
	if (!node) throw new Error(id);
	return layerMover(node);
};

describe('something held over a wire', () => {
	it('tells the size that it would make there', () => {
		expect(judgeOnWire(plain, [wire], layerMaker('maxPool2d'), spot, { dataset: digits })).toMatchObject({
			made: { id: 'maxPool2d-1' },
			verdict: { verdict: 'fits', output: [12, 12, 8] },
		});
	});

	it('tells the problem that it would make further on', () => {
		const { verdict } = judgeOnWire(plain, [wire], layerMaker('flatten'), spot, { dataset: digits });
		expect(verdict.verdict).toBe('fits');
		const before = edgeBetween({ id: 'input-1' }, { id: 'conv2d-1' });
		expect(judgeOnWire(plain, [before], layerMaker('flatten'), spot, { dataset: digits }).verdict).toMatchObject({
			verdict: 'problem',
			diagnostics: [{ place: { node: 'conv2d-1' } }],
		});
	});

	it('says why what has no input or no output cannot be there', () => {
		const reason = (kind: string) => judgeOnWire(plain, [wire], layerMaker(kind), spot, { dataset: digits }).verdict;
		expect(reason('input')).toEqual({ verdict: 'refused', reason: { id: 'connect.refused.noInput' } });
		expect(reason('output')).toEqual({ verdict: 'refused', reason: { id: 'connect.refused.noOutput' } });
	});
});

describe('something put on a wire', () => {
	it('stays where it was let go if nothing is in the way', () => {
		const at = { x: 300, y: 400 };
		const next = applyEdits(plain, putOnWire(plain, [wire], layerMaker('maxPool2d'), { ...spot, at }) ?? []);
		expect(findNode(next, 'maxPool2d-1')?.position).toEqual(at);
		expect(findNode(next, 'flatten-1')?.position.x).toBe(368);
	});

	it('makes room where another card would be covered', () => {
		const next = applyEdits(plain, putOnWire(plain, [wire], layerMaker('maxPool2d'), { ...spot, at: { x: 300, y: 40 } }) ?? []);
		expect(findNode(next, 'maxPool2d-1')?.position).toEqual({ x: 368, y: 0 });
		expect(findNode(next, 'flatten-1')?.position).toEqual({ x: 552, y: 0 });
	});

	it('comes from elsewhere with its settings, and is not in its own way', () => {
		const document = withLoose('maxPool2d', { poolSize: [3, 3] });
		const at = { x: 10, y: 890 };
		const moving = ['maxPool2d-1'];
		const next = applyEdits(document, putOnWire(document, [wire], mover(document, 'maxPool2d-1'), { ...spot, at, moving }) ?? []);
		expect(findNode(next, 'maxPool2d-1')).toMatchObject({ position: at, config: { poolSize: [3, 3] } });
		expect(next.edges).toContainEqual(edgeBetween({ id: 'conv2d-1' }, { id: 'maxPool2d-1' }));
		expect(next.edges).toContainEqual(edgeBetween({ id: 'maxPool2d-1' }, { id: 'flatten-1' }));
		expect(next.edges).not.toContainEqual(wire);
		expect(next.nodes).toHaveLength(document.nodes.length);
	});

	it('may be a folded group, whose open input takes the wire', () => {
		const loose = withLoose('maxPool2d', {});
		const document = applyEdits(loose, makeGroup(loose, ['maxPool2d-1'], [], 'block')?.edits ?? []);
		const group = findGroup(document, 'group-1');
		if (!group) throw new Error('no group');
		const moving = ['maxPool2d-1'];
		const held = judgeOnWire(document, [wire], groupMover(group), { ...spot, moving }, { dataset: digits });
		expect(held.verdict).toMatchObject({ verdict: 'fits', output: [12, 12, 8] });
		const next = applyEdits(document, putOnWire(document, [wire], groupMover(group), { ...spot, moving }) ?? []);
		expect(next.edges).toContainEqual(edgeBetween({ id: 'conv2d-1' }, { id: 'maxPool2d-1' }));
		expect(findGroup(next, 'group-1')?.position).toEqual({ x: 368, y: 0 });
	});
});

it('is loose while no wire leads to others, whatever lies among its own layers', () => {
	expect(isLoose(plain.edges, new Set(['conv2d-1']))).toBe(false);
	expect(isLoose(plain.edges, new Set(plain.nodes.map(({ id }) => id)))).toBe(true);
	expect(isLoose([], new Set(['conv2d-1']))).toBe(true);
});
