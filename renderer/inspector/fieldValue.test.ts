import { describe, expect, it } from 'vitest';
import { createDocument, createNode } from '#shared/graph/create.ts';
import type { NodeConfig } from '#shared/graph/document.ts';
import { catalogue, layerDefinition, layerTexts } from '#shared/layers/catalogue.ts';
import { commonFields } from '#shared/layers/commonFields.ts';
import type { Field } from '#shared/layers/fields.ts';
import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { refusal, setField, shownFields } from './fieldValue.ts';

function definition(kind: string) {
	const found = layerDefinition(kind);
	if (!found) throw new Error(`expected the kind ${kind}`);
	return found;
}

function node(kind: string, config: NodeConfig) {
	return createNode(createDocument({ id: 'd', name: 'd' }), kind, { x: 0, y: 0 }, config);
}

function field(kind: string, name: string) {
	const found = commonFields([definition(kind)]).find(({ owners: [own] }) => own.name === name);
	if (!found) throw new Error(`expected the field ${name}`);
	return found;
}

describe('shownFields', () => {
	const shown = (kind: string, ...configs: readonly NodeConfig[]) =>
		new Map(shownFields(configs.map((config) => node(kind, config))).map((row) => [row.name, row]));

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

	it('shows what layers of different kinds have in common, and sets it in each by its own name', () => {
		const nodes = [node('conv2d', { kernelSize: [5, 5], strides: [2, 2] }), node('maxPool2d', { poolSize: [2, 2], padding: 'explicit' })];
		const rows = shownFields(nodes);
		const kernel = rows.find(({ name }) => name === 'kernelSize');
		expect(kernel?.isMixed).toBe(true);
		// The pool's stride is its window.
		expect(rows.find(({ name }) => name === 'strides')).toMatchObject({ value: [2, 2], isMixed: false, isFollowing: false });
		expect(rows.some(({ name }) => name === 'pad')).toBe(true);
		expect(rows.some(({ name }) => name === 'filters')).toBe(false);
		expect(kernel && setField(nodes, kernel, [3, 3])).toEqual([
			{ kind: 'setConfig', node: 'conv2d-1', config: { kernelSize: [3, 3] } },
			{ kind: 'setConfig', node: 'maxPool2d-1', config: { poolSize: [3, 3] } },
		]);
	});

	it('shows a saved value that does not fit as it is', () => {
		expect(shown('conv2d', { filters: -4 }).get('filters')?.value).toBe(-4);
	});
});

describe('refusal', () => {
	it('accepts what fits the schema', () => expect(refusal(field('conv2d', 'filters'), 6)).toBeNull());
	for (const value of [0, -3, 2.5, 1e9, Number.NaN, 'many', null]) {
		it(`refuses ${String(value)} filters`, () => expect(refusal(field('conv2d', 'filters'), value)?.id).toMatch(/^field\.problem\./));
	}
	it('judges a field that follows another by what was typed into it', () => {
		expect(refusal(field('maxPool2d', 'strides'), [2, 0])?.id).toBe('field.problem.small');
	});
});

describe('every numeric field of every kind', () => {
	const formatter = createFormatter('en', { ...english, ...layerTexts() });
	/** `bad` in the places of a value of the field's form, the rest of it as it is at first; none where the field takes no numbers. */
	const placed = ({ control, initial }: Field<unknown>, bad: unknown): readonly unknown[] => {
		switch (control.kind) {
			case 'integer':
			case 'number':
				return [bad];
			case 'pair':
				return [
					[bad, control.min],
					[control.min, bad],
				];
			case 'sides':
				return ['top', 'bottom', 'left', 'right'].map((side) => ({ ...(initial as object), [side]: bad }));
			case 'integers':
				return [[...(initial as readonly number[]).slice(1), bad]];
			case 'matrix':
				return [[[bad]]];
			default:
				return [];
		}
	};
	/** What no such field takes: text and NaN always, parts of whole numbers, and what lies outside of the bounds. */
	const wrong = ({ control }: Field<unknown>): readonly unknown[] => {
		const never = [Number.NaN, Number.POSITIVE_INFINITY, 'many'];
		if (!('min' in control)) return never;
		const outside = [control.min - 1, control.max + 1, -1, 0, 1e9].filter((value) => value < control.min || value > control.max);
		const isRest = (value: number): boolean => control.kind === 'integers' && control.hasRest === true && value === -1;
		return [...never, ...(control.kind === 'number' ? [] : [2.5]), ...outside.filter((value) => !isRest(value))];
	};
	const cases = catalogue.flatMap(({ kind, fields }) =>
		Object.entries(fields).flatMap(([name, field]) => (placed(field, 0).length > 0 ? [[kind, name, field] as const] : [])),
	);

	it('is among these', () => expect(cases.length).toBeGreaterThan(70));

	it.each(cases)('%s %s takes its initial value and refuses the rest in words', (kind, name, own) => {
		if (own.follows === undefined) expect(refusal(field(kind, name), own.initial)).toBeNull();
		for (const bad of wrong(own)) {
			for (const value of placed(own, bad)) {
				const reason = refusal(field(kind, name), value);
				expect(reason, JSON.stringify(value)).not.toBeNull();
				const words = reason ? formatter.text(reason) : '';
				expect(words).toMatch(/^[A-Z].*\.$/);
				if (own.control.kind !== 'matrix') expect(words).toContain(typeof bad === 'string' ? bad : String(bad));
			}
		}
	});
});
