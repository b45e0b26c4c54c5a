import { expect, test } from 'vitest';
import { createDocument, createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphNode } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { CARD } from '#shared/graph/place.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { makeScene } from '#shared/picture/scene.ts';
import { toFlowEdges, toFlowNodes } from './flowAdapter.ts';
import { moveScene } from './groups/moveScene.ts';

const nothing: ReadonlySet<string> = new Set();

/** Layers a, b, c … in a row, each wired to the next; `folded` are in a group that is folded, and it lies in the row below. */
function row(letters: string, folded = ''): GraphDocument {
	const empty = createDocument({ id: 'd', name: 'd' });
	const nodes = [...letters].map((id, index): GraphNode => {
		const made = createNode(empty, 'activation', { x: index * CARD.columnStep, y: 0 }, { activation: 'relu' });
		return { ...made, id, name: id, ...(folded.includes(id) ? { group: 'g' } : {}) };
	});
	const edges = nodes.slice(1).map((node, index) => ({
		source: nodes[index]?.id ?? '',
		sourcePort: 'out',
		target: node.id,
		targetPort: 'in',
	}));
	const group = { id: 'g', name: 'g', collapsed: true, repeat: 1, position: { x: 0, y: CARD.rowStep } };
	return { ...empty, nodes, edges, groups: folded === '' ? [] : [group] };
}

function rest(document: GraphDocument) {
	return makeScene(
		document,
		null,
		document.nodes.map(({ id }) => id),
	);
}

function changed<Thing extends { readonly id: string }>(before: readonly Thing[], after: readonly Thing[]): readonly string[] {
	const known = new Map(before.map((thing) => [thing.id, thing]));
	return after.filter((thing) => known.get(thing.id) !== thing).map(({ id }) => id);
}

test('a layer that is dragged leaves the others, and all wires in their tracks, as they are', () => {
	const document = row('abcdef');
	const scene = rest(document);
	const nodes = toFlowNodes(scene, nothing);
	const edges = toFlowEdges(scene, null);
	const dragged = moveScene(document, scene, new Map([['c', { x: 2 * CARD.columnStep, y: 40 }]]));
	expect(changed(nodes, toFlowNodes(dragged, nothing))).toEqual(['c']);
	expect(dragged.wires.filter((wire) => !scene.wires.includes(wire)).map(({ source, target }) => source + target)).toEqual(['bc', 'cd']);
	expect(toFlowEdges(dragged, null)).toBe(edges);
});

test('a wire that comes to share a lane is the only one that is drawn anew', () => {
	const document = row('abcdef');
	const scene = rest(document);
	const edges = toFlowEdges(scene, null);
	// Below and to the left: both wires of c run through the lane between the rows, where one of them gives way.
	const dragged = moveScene(document, scene, new Map([['c', { x: 0, y: CARD.rowStep }]]));
	const after = toFlowEdges(dragged, null);
	expect(changed(edges, after)).toEqual(['c/out→d/in']);
});

test('dragging a folded group moves its card and the wires at it alone', () => {
	const document = row('abcdef', 'cd');
	const scene = rest(document);
	const nodes = toFlowNodes(scene, nothing);
	const dragged = moveScene(document, scene, new Map([[groupKey('g'), { x: 60, y: CARD.rowStep }]]));
	expect(changed(nodes, toFlowNodes(dragged, nothing))).toEqual([groupKey('g')]);
	expect(dragged.wires.filter((wire) => !scene.wires.includes(wire))).toHaveLength(2);
	const [moved] = dragged.wires.filter(({ target }) => target === groupKey('g'));
	const [before] = scene.wires.filter(({ target }) => target === groupKey('g'));
	expect(moved?.to).toEqual({ x: (before?.to.x ?? 0) + 60, y: before?.to.y });
});

test('a drag shows what the document shows once the layer has been let go', () => {
	const document = row('abcdef', 'cd');
	const at = { x: 40, y: 2 * CARD.rowStep };
	const dragged = moveScene(document, rest(document), new Map([['e', at]]));
	const dropped = rest(applyEdits(document, [{ kind: 'moveNodes', positions: { e: at } }]));
	expect(dragged.wires).toEqual(dropped.wires);
	expect(dragged.nodes.map(({ position }) => position)).toEqual(dropped.nodes.map(({ position }) => position));
});

test('an edit elsewhere keeps cards and wires', () => {
	const document = row('abcdef');
	const scene = rest(document);
	const [nodes, edges] = [toFlowNodes(scene, nothing), toFlowEdges(scene, null)];
	const edited = rest(applyEdits(document, [{ kind: 'setConfig', node: 'b', config: { activation: 'tanh' } }]));
	expect(changed(nodes, toFlowNodes(edited, nothing))).toEqual(['b']);
	expect(toFlowEdges(edited, null)).toBe(edges);
});
