import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import type { GraphDocument, GraphGroup } from './document.ts';
import { applyEdits } from './edit.ts';
import { makeGroup } from './groupEdits.ts';
import { groupOutputs, openInputs } from './groupEnds.ts';
import { judgeRewiring, rewire } from './groupWires.ts';
import { chain, edgeBetween } from './testing.ts';

const same = { filters: 8, padding: 'same', kernelSize: [3, 3] };
const context = { dataset: null };

/** input (32 × 32 × 8) → conv 1 → (conv 2 → add) → flatten, where add takes conv 1 too; conv 2 and add are a folded group. */
function residual(): { readonly document: GraphDocument; readonly group: GraphGroup } {
	const plain = chain(
		['input', { height: 32, width: 32, channels: 8 }],
		['conv2d', same],
		['conv2d', same],
		['add'],
		['flatten'],
		['output'],
	);
	const shortcut = applyEdits(plain, [{ kind: 'connect', edge: edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' }) }]);
	const made = makeGroup(shortcut, ['conv2d-2', 'add-1'], [], 'block');
	const document = applyEdits(shortcut, made?.edits ?? []);
	const [group] = document.groups;
	if (!group) throw new Error('expected a group');
	return { document, group };
}

const into = (source: string) => [edgeBetween({ id: source }, { id: 'conv2d-2' }), edgeBetween({ id: source }, { id: 'add-1' })];

describe('wires at a group as a whole', () => {
	it('begin at what feeds the outside, and at members whose answer nobody takes', () => {
		const { document, group } = residual();
		expect(groupOutputs(document, group)).toEqual([{ node: 'add-1', port: 'out' }]);
		const cut = applyEdits(document, [{ kind: 'disconnect', edge: edgeBetween({ id: 'add-1' }, { id: 'flatten-1' }) }]);
		expect(groupOutputs(cut, group)).toEqual([{ node: 'add-1', port: 'out' }]);
	});

	it('end at every input inside that lacks one: the path and its shortcut', () => {
		const { document, group } = residual();
		expect(openInputs(document, group)).toEqual([]);
		const cut = applyEdits(
			document,
			into('conv2d-1').map((edge) => ({ kind: 'disconnect', edge })),
		);
		expect(openInputs(cut, group)).toEqual([
			{ node: 'conv2d-2', port: 'in' },
			{ node: 'add-1', port: 'in' },
		]);
	});

	it('take the place of what came in, among the wires of the same input', () => {
		const { document } = residual();
		const next = applyEdits(document, rewire(document, { edges: into('input-1'), instead: into('conv2d-1') }));
		expect(next.edges.filter((edge) => edge.target === 'add-1').map((edge) => edge.source)).toEqual(['conv2d-2', 'input-1']);
		expect(next.edges.filter((edge) => edge.source === 'conv2d-1')).toEqual([]);
		const swapped = applyEdits(
			document,
			rewire(document, {
				edges: [edgeBetween({ id: 'input-1' }, { id: 'add-1' })],
				instead: [edgeBetween({ id: 'conv2d-2' }, { id: 'add-1' })],
			}),
		);
		expect(swapped.edges.filter((edge) => edge.target === 'add-1').map((edge) => edge.source)).toEqual(['input-1', 'conv2d-1']);
	});
});

describe('the answer for a wire to a group', () => {
	it('tells the size that comes out of it', () => {
		const { document, group } = residual();
		expect(judgeRewiring(document, { edges: into('input-1'), instead: into('conv2d-1') }, group, context)).toEqual({
			verdict: 'fits',
			output: [32, 32, 8],
		});
	});

	it('tells a problem that it would make inside', () => {
		const { document, group } = residual();
		const other = applyEdits(document, [
			{
				kind: 'addNode',
				node: { id: 'conv2d-9', kind: 'conv2d', name: 'conv 9', config: { ...same, filters: 4 }, position: { x: 0, y: 400 } },
			},
			{ kind: 'connect', edge: edgeBetween({ id: 'input-1' }, { id: 'conv2d-9' }) },
		]);
		const inference = inferShapes(other, context);
		const verdict = judgeRewiring(other, { edges: into('conv2d-9'), instead: into('conv2d-1') }, group, { ...context, inference });
		// The path gives 8 maps, the shortcut 4.
		expect(verdict).toMatchObject({ verdict: 'problem', diagnostics: [{ place: { kind: 'node', node: 'add-1' } }] });
	});

	it('refuses a loop and what is wired already', () => {
		const { document, group } = residual();
		expect(judgeRewiring(document, { edges: into('flatten-1'), instead: into('conv2d-1') }, group, context)).toMatchObject({
			verdict: 'refused',
			reason: { id: 'connect.refused.loop' },
		});
		expect(judgeRewiring(document, { edges: into('conv2d-1'), instead: into('conv2d-1') }, group, context)).toMatchObject({
			verdict: 'refused',
			reason: { id: 'connect.refused.wiredAlready' },
		});
	});
});
