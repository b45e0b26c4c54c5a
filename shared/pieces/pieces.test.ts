import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { groupMaker, putOnWire } from '../graph/insert.ts';
import { chain, edgeBetween } from '../graph/testing.ts';
import { groupFacts } from '../inference/groupFacts.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { english } from '../text/en/english.ts';
import type { Piece } from './piece.ts';
import { pieces } from './pieces.ts';

/** A picture of 32 × 32 with these channels, and behind it the piece, wired. */
function placed(piece: Piece, channels: number): GraphDocument {
	const document = chain(['input', { height: 32, width: 32, channels }]);
	const made = groupMaker((input) => piece.build(input))(document, {
		position: { x: 184, y: 0 },
		home: undefined,
		role: 'base',
		input: [32, 32, channels],
	});
	const wires = made.inputs.map(
		({ node, port }): Edit => ({ kind: 'connect', edge: { source: 'input-1', sourcePort: 'out', target: node, targetPort: port } }),
	);
	return applyEdits(document, [...made.edits, ...wires]);
}

function factsOf(document: GraphDocument) {
	const inference = inferShapes(document, { dataset: null });
	const [group] = document.groups;
	if (!group) throw new Error('expected a group');
	return groupFacts(document, inference, group);
}

describe.each(pieces.map((piece) => [piece.name, piece] as const))('the piece %s', (name, piece) => {
	it.each([3, 16, 30])('fits behind a picture of %i channels without a problem inside', (channels) => {
		const facts = factsOf(placed(piece, channels));
		expect(facts.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(facts.outputs[0]).not.toBeNull();
		expect(facts.ports.entries).toHaveLength(1);
	});

	it('is one folded group with layers in the part of the network that it is put into', () => {
		const document = placed(piece, 16);
		expect(document.groups).toMatchObject([{ collapsed: true, position: { x: 184, y: 0 }, repeat: 1 }]);
		expect(document.nodes.slice(1).every((node) => node.group === 'group-1' && node.role === 'base')).toBe(true);
	});

	it('has words', () => {
		for (const word of ['title', 'summary', 'synonyms']) expect(english[`piece.${name}.${word}`]).toBeTypeOf('string');
	});
});

describe('pieces as the papers have them', () => {
	// Weights of one block behind 32 × 32 × 64, moving averages included. Residual (He et al. 2015): two 3·3·64·64 convolutions without
	// bias and two normalizations of 4·64. Halving: 3·3·64·128 + 3·3·128·128 + 64·128 and three of 4·128. Bottleneck: 64·16 + 3·3·16·16
	// + 16·64 and 4·(16 + 16 + 64). VGG: (3·3·64 + 1)·128 + (3·3·128 + 1)·128. Separable (Howard et al. 2017): 3·3·64 + 64·128 and
	// 4·(64 + 128). Inverted (Sandler et al. 2018): 64·384 + 3·3·384 + 384·64 and 4·(384 + 384 + 64). Squeeze (Hu et al. 2018, reduction
	// 16): (64 + 1)·4 + (4 + 1)·64.
	it.each([
		['conv', 36_864 + 256, [32, 32, 64]],
		['vgg', 73_856 + 147_584, [16, 16, 128]],
		['residual', 73_728 + 512, [32, 32, 64]],
		['residual-down', 73_728 + 147_456 + 8_192 + 1_536, [16, 16, 128]],
		['bottleneck', 1_024 + 2_304 + 1_024 + 384, [32, 32, 64]],
		['separable', 576 + 8_192 + 768, [32, 32, 128]],
		['inverted', 24_576 + 3_456 + 24_576 + 3_328, [32, 32, 64]],
		['squeeze', 260 + 320, [32, 32, 64]],
		['head', 650, [10]],
	])('%s has %i weights', (name, weights, output) => {
		const piece = pieces.find((candidate) => candidate.name === name);
		if (!piece) throw new Error(`no piece ${name}`);
		const facts = factsOf(placed(piece, 64));
		expect(facts.weightCount).toBe(weights);
		expect(facts.outputs[0]).toEqual(output);
	});
});

it('goes onto a wire, and the shortcut gets what the path gets', () => {
	const document = chain(['input', { height: 32, width: 32, channels: 16 }], ['flatten'], ['output']);
	const residual = pieces.find(({ name }) => name === 'residual');
	if (!residual) throw new Error('no residual block');
	const wire = edgeBetween({ id: 'input-1' }, { id: 'flatten-1' });
	const put = putOnWire(
		document,
		[wire],
		groupMaker((input) => residual.build(input)),
		{ home: undefined, input: [32, 32, 16] },
	);
	const next = applyEdits(document, put ?? []);
	expect(next.edges.filter((edge) => edge.source === 'input-1').map((edge) => edge.target)).toEqual(['conv2d-1', 'add-1']);
	expect(next.edges.filter((edge) => edge.target === 'flatten-1').map((edge) => edge.source)).toEqual(['activation-2']);
	expect(inferShapes(next, { dataset: null }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
