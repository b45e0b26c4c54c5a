import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDocument } from './document.ts';
import { applyEdits } from './edit.ts';
import { removeAndHeal } from './heal.ts';
import { chain, edgeBetween } from './testing.ts';

function wiresAfter(document: GraphDocument, ...nodes: readonly string[]): readonly string[] {
	const healed = applyEdits(document, removeAndHeal(document, nodes));
	return healed.edges.map((edge) => `${edge.source} → ${edge.target}`);
}

const network = chain(['input'], ['conv2d'], ['batchNorm'], ['maxPool2d'], ['flatten'], ['output']);

describe('removeAndHeal', () => {
	it('wires what came before to what comes after', () => {
		expect(wiresAfter(network, 'batchNorm-1')).toContain('conv2d-1 → maxPool2d-1');
	});

	it('goes past all layers of a run that are removed together', () => {
		expect(wiresAfter(network, 'batchNorm-1', 'maxPool2d-1', 'conv2d-1')).toEqual(['flatten-1 → output-1', 'input-1 → flatten-1']);
	});

	it('leaves nothing behind at the ends of the network', () => {
		expect(wiresAfter(network, 'input-1')).toHaveLength(4);
		expect(wiresAfter(network, 'output-1')).toHaveLength(4);
	});

	it('keeps the order of the wires at a join', () => {
		const [input, conv] = network.nodes;
		const join = { ...chain(['add']).nodes[0], id: 'add-1' } as GraphDocument['nodes'][number];
		const twice = { ...chain(['conv2d']).nodes[0], id: 'conv2d-2' } as GraphDocument['nodes'][number];
		if (!input || !conv) throw new Error('the chain has both');
		const document = {
			...network,
			nodes: [input, conv, twice, join],
			edges: [edgeBetween(input, conv), edgeBetween(conv, twice), edgeBetween(twice, join), edgeBetween(input, join)],
		};
		expect(wiresAfter(document, 'conv2d-2')).toEqual(['input-1 → conv2d-1', 'conv2d-1 → add-1', 'input-1 → add-1']);
	});

	it('leaves a gap where several layers fed the one that is removed', () => {
		const [input, conv, norm] = network.nodes;
		const join = { ...chain(['add']).nodes[0], id: 'add-1' } as GraphDocument['nodes'][number];
		if (!input || !conv || !norm) throw new Error('the chain has all three');
		const document = {
			...network,
			nodes: [input, conv, join, norm],
			edges: [edgeBetween(input, conv), edgeBetween(conv, join), edgeBetween(input, join), edgeBetween(join, norm)],
		};
		expect(wiresAfter(document, 'add-1')).toEqual(['input-1 → conv2d-1']);
	});

	it('never leaves a wire at a node that is gone, nor more wires than there were', () => {
		const ids = network.nodes.map((node) => node.id);
		fc.assert(
			fc.property(fc.subarray(ids), (gone) => {
				const healed = applyEdits(network, removeAndHeal(network, gone));
				expect(healed.edges.length).toBeLessThanOrEqual(network.edges.length);
				for (const edge of healed.edges) {
					expect(gone).not.toContain(edge.source);
					expect(gone).not.toContain(edge.target);
				}
			}),
		);
	});
});
