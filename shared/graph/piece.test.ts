import { describe, expect, it } from 'vitest';
import { applyEdits } from './edit.ts';
import { loadDocument } from './load.ts';
import { insertPiece, takePiece } from './piece.ts';
import { serializeDocument } from './serialize.ts';
import { chain } from './testing.ts';

const network = chain(['input'], ['conv2d', { filters: 12 }], ['maxPool2d'], ['flatten'], ['output']);

describe('a piece of a network', () => {
	const piece = takePiece(network, ['conv2d-1', 'maxPool2d-1']);

	it('holds the chosen layers and the wires among them alone', () => {
		expect(piece.nodes.map((node) => node.id)).toEqual(['conv2d-1', 'maxPool2d-1']);
		expect(piece.edges).toHaveLength(1);
	});

	it('goes through text and comes back the same', () => {
		const read = loadDocument(serializeDocument(piece));
		expect(read.ok && read.value.document).toEqual(piece);
		expect(read.ok && read.value.repairs).toEqual([]);
	});

	it('is inserted under fresh ids and names, with its settings and wires', () => {
		const { edits, nodes } = insertPiece(network, piece, { x: 32, y: 400 });
		const after = applyEdits(network, edits);
		expect(nodes).toEqual(['conv2d-2', 'maxPool2d-2']);
		const copy = after.nodes.find((node) => node.id === 'conv2d-2');
		expect(copy?.name).toBe('conv 2');
		expect(copy?.config.filters).toBe(12);
		expect(copy?.position).toEqual({ x: 184 + 32, y: 400 });
		expect(after.edges).toContainEqual({ source: 'conv2d-2', sourcePort: 'out', target: 'maxPool2d-2', targetPort: 'in' });
		expect(after.edges).toHaveLength(5);
	});

	it('leaves out the group of the document that it was taken from', () => {
		const grouped = { ...network, nodes: network.nodes.map((node) => ({ ...node, group: 'block' })) };
		expect(takePiece(grouped, ['conv2d-1']).nodes[0]).not.toHaveProperty('group');
	});
});
