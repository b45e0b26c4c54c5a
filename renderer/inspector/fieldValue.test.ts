import { describe, expect, it } from 'vitest';
import { createDocument, createNode } from '#shared/graph/create.ts';
import type { NodeConfig } from '#shared/graph/document.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { refusal, shownFields } from './fieldValue.ts';

function definition(kind: string) {
	const found = layerDefinition(kind);
	if (!found) throw new Error(`expected the kind ${kind}`);
	return found;
}

function node(kind: string, config: NodeConfig) {
	return createNode(createDocument({ id: 'd', name: 'd' }), kind, { x: 0, y: 0 }, config);
}

function field(kind: string, name: string) {
	const found = definition(kind).fields[name];
	if (!found) throw new Error(`expected the field ${name}`);
	return found;
}

describe('shownFields', () => {
	const shown = (kind: string, ...configs: readonly NodeConfig[]) =>
		new Map(
			shownFields(
				definition(kind),
				configs.map((config) => node(kind, config)),
			).map((row) => [row.name, row]),
		);

	it('shows a field that follows another with that one’s value until it has its own', () => {
		expect(shown('maxPool2d', { poolSize: [3, 3] }).get('strides')).toMatchObject({ value: [3, 3], isFollowing: true });
		expect(shown('maxPool2d', { poolSize: [3, 3], strides: [2, 2] }).get('strides')).toMatchObject({ value: [2, 2], isFollowing: false });
	});

	it('shows the zeros only while the padding is explicit', () => {
		expect(shown('conv2d', { padding: 'same' }).has('pad')).toBe(false);
		expect(shown('conv2d', { padding: 'explicit' }).has('pad')).toBe(true);
	});

	it('marks what differs among several layers', () => {
		const rows = shown('conv2d', { filters: 6, kernelSize: [5, 5] }, { filters: 16, kernelSize: [5, 5] });
		expect([rows.get('filters')?.isMixed, rows.get('kernelSize')?.isMixed]).toEqual([true, false]);
	});

	it('shows a saved value that does not fit as it is', () => {
		expect(shown('conv2d', { filters: -4 }).get('filters')?.value).toBe(-4);
	});
});

describe('refusal', () => {
	it('accepts what fits the schema', () => expect(refusal('filters', field('conv2d', 'filters'), 6)).toBeNull());
	for (const value of [0, -3, 2.5, 1e9, Number.NaN, 'many', null]) {
		it(`refuses ${String(value)} filters`, () =>
			expect(refusal('filters', field('conv2d', 'filters'), value)?.id).toMatch(/^field\.problem\./));
	}
	it('judges a field that follows another by what was typed into it', () => {
		expect(refusal('strides', field('maxPool2d', 'strides'), [2, 0])?.id).toBe('field.problem.small');
	});
});
