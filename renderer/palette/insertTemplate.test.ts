import { describe, expect, it } from 'vitest';
import { createDocument } from '#shared/graph/create.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import { piecesOf } from './insertTemplate.ts';

const lenet = findTemplate('lenet-5')?.build();
if (!lenet) throw new Error('the LeNet template is gone');
const empty = createDocument({ id: 'd', name: 'd' });

describe('inserting a template', () => {
	const once = applyEdits(empty, piecesOf(empty, lenet).edits);

	it('brings all layers, wires and the data into an empty document', () => {
		expect(once.nodes.map((node) => node.name)).toEqual(lenet.nodes.map((node) => node.name));
		expect(once.edges).toHaveLength(lenet.edges.length);
		expect(once.dataset).toEqual({ kind: 'bundled', name: 'digits' });
	});

	it('takes fresh ids and names the second time, and stands below the first', () => {
		const twice = applyEdits(once, piecesOf(once, lenet).edits);
		expect(new Set(twice.nodes.map((node) => node.id)).size).toBe(2 * lenet.nodes.length);
		expect(new Set(twice.nodes.map((node) => node.name)).size).toBe(2 * lenet.nodes.length);
		const lowest = Math.max(...once.nodes.map((node) => node.position.y));
		expect(Math.min(...twice.nodes.slice(once.nodes.length).map((node) => node.position.y))).toBe(lowest + 312);
	});
});
