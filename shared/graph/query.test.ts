import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingEdges, crossingEdges, groupMembers, hasFlag, orderGraph, reachable, wouldMakeLoop } from './query.ts';
import { anyDocument, chain, edgeBetween, startingDocument } from './testing.ts';

describe('orderGraph', () => {
	it('keeps the order of the document where the wires allow it', () => {
		const document = startingDocument();
		expect(orderGraph(document).order).toEqual(document.nodes.map((node) => node.id));
	});

	it('puts every node after those that feed it, whatever the order in the document', () => {
		const document = startingDocument();
		const turned = { ...document, nodes: [...document.nodes].reverse() };
		const { order } = orderGraph(turned);
		for (const edge of turned.edges) expect(order.indexOf(edge.source)).toBeLessThan(order.indexOf(edge.target));
	});

	it('lists each node of any document once, those that wait for a loop last', () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const { order, cycles } = orderGraph(document);
				expect([...order].sort()).toEqual(document.nodes.map((node) => node.id).sort());
				const late = reachable(document, cycles.flat(), 'down');
				const firstLate = order.findIndex((id) => late.has(id));
				if (firstLate >= 0) expect(order.slice(firstLate).every((id) => late.has(id))).toBe(true);
				const known = new Set(order);
				for (const edge of document.edges) {
					if (!known.has(edge.source) || late.has(edge.target) || !known.has(edge.target)) continue;
					expect(order.indexOf(edge.source)).toBeLessThan(order.indexOf(edge.target));
				}
			}),
		);
	});

	it('finds loops whose cut wires leave none', () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const cut = new Set(orderGraph(document).cycles.flatMap((cycle) => closingEdges(document, cycle)));
				expect(orderGraph({ ...document, edges: document.edges.filter((edge) => !cut.has(edge)) }).cycles).toEqual([]);
			}),
		);
	});

	it('survives a chain of 20,000 without recursion', () => {
		const nodes = Array.from({ length: 20_000 }, (_, index) => ({
			id: `n${index}`,
			kind: 'activation',
			name: `n${index}`,
			config: {},
			position: { x: 0, y: 0 },
		}));
		const edges = nodes.slice(1).map((node, index) => edgeBetween(nodes[index] ?? node, node));
		const { order } = orderGraph({ ...chain(), nodes: [...nodes].reverse(), edges });
		expect([order[0], order[19_999]]).toEqual(['n0', 'n19999']);
	});
});

describe('closingEdges', () => {
	it('cuts the wire that leads back to where the outside feeds the loop', () => {
		const document = chain(['input'], ['conv2d'], ['activation'], ['flatten']);
		const back = edgeBetween({ id: 'activation-1' }, { id: 'conv2d-1' });
		const looped = { ...document, edges: [back, ...document.edges] };
		expect(orderGraph(looped).cycles.flatMap((cycle) => closingEdges(looped, cycle))).toEqual([back]);
	});
});

describe('wouldMakeLoop', () => {
	it('is true for a wire back to an earlier node, and for one to the same node', () => {
		const document = chain(['input'], ['conv2d'], ['activation']);
		expect(wouldMakeLoop(document, 'activation-1', 'conv2d-1')).toBe(true);
		expect(wouldMakeLoop(document, 'conv2d-1', 'conv2d-1')).toBe(true);
		expect(wouldMakeLoop(document, 'input-1', 'activation-1')).toBe(false);
	});
});

describe('groups', () => {
	const document = startingDocument();
	const inner = { id: 'inner', name: 'inner', position: { x: 0, y: 0 }, repeat: 1, collapsed: false, parent: 'outer' };
	const grouped = {
		...document,
		groups: [{ ...inner, id: 'outer', parent: undefined, frozen: true }, inner],
		nodes: document.nodes.map((node) => (['maxPool2d-1', 'conv2d-2', 'add-1'].includes(node.id) ? { ...node, group: 'inner' } : node)),
	};

	it('hold the nodes of the groups inside them', () => {
		expect([...groupMembers(grouped, 'outer')]).toEqual(['maxPool2d-1', 'conv2d-2', 'add-1']);
	});

	it('have the wires over their border as ports', () => {
		const { into, outOf } = crossingEdges(grouped, groupMembers(grouped, 'inner'));
		expect(into.map((edge) => edge.source)).toEqual(['activation-1']);
		expect(outOf.map((edge) => edge.target)).toEqual(['dropout-1']);
	});

	it('pass their flags on to all nodes within', () => {
		const frozen = grouped.nodes.filter((node) => hasFlag(grouped, node, 'frozen')).map((node) => node.id);
		expect(frozen).toEqual(['maxPool2d-1', 'conv2d-2', 'add-1']);
	});
});
