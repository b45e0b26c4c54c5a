import { describe, expect, it } from 'vitest';
import { findKindComparisons } from './kindComparisons.mjs';

const kinds = new Set(['conv2d', 'dense']);
/** @param {string} text */
const lines = (text) => findKindComparisons('shared/plan/x.ts', text, kinds).map((line) => line.replace(/;.*/, ''));

describe('findKindComparisons', () => {
	it('finds an equality with a kind, either way round', () => {
		expect(lines("if (node.kind === 'conv2d') run();")).toEqual(["shared/plan/x.ts:1: asks for the layer kind 'conv2d'"]);
		expect(lines("\nif ('dense' != kind) run();")).toEqual(["shared/plan/x.ts:2: asks for the layer kind 'dense'"]);
		expect(lines("const a = definition?.kind !== 'dense';")).toHaveLength(1);
	});

	it('finds a switch over kinds and a list that is searched', () => {
		expect(lines("switch (node.kind) { case 'conv2d': case 'other': break; }")).toHaveLength(1);
		expect(lines("['conv2d', 'dense'].includes(node.kind)")).toHaveLength(2);
	});

	it('leaves other unions, other members and plain names alone', () => {
		expect(lines("if (event.kind === 'epochEnd') run();")).toEqual([]);
		expect(lines("if (node.category === 'conv2d') run();")).toEqual([]);
		expect(lines("const starter = addNode('conv2d');")).toEqual([]);
	});
});
