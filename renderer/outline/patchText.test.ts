import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinePatch, mergePatch, patchBetween } from './patchText.ts';

function applied(lines: readonly string[], patch: LinePatch | null): readonly string[] {
	return patch ? [...lines.slice(0, patch.from), ...patch.lines, ...lines.slice(patch.to)] : lines;
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });

describe('the patch of a text', () => {
	it('makes the one from the other, and nothing where they are equal', () => {
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				expect(applied(before, patchBetween(before, after))).toEqual(after);
				expect(patchBetween(before, before)).toBeNull();
			}),
		);
	});

	it('keeps what is being typed elsewhere', () => {
		const base = ['input', 'conv', 'pool', 'dense'];
		expect(
			applied(
				['inp', 'conv', 'pool', 'dense'],
				mergePatch(base, ['inp', 'conv', 'pool', 'dense'], ['input', 'conv', 'pool', 'drop', 'dense']),
			),
		).toEqual(['inp', 'conv', 'pool', 'drop', 'dense']);
		const mine = ['input', 'conv', 'pool', 'half', 'a li', 'dense'];
		expect(applied(mine, mergePatch(base, mine, ['input', 'conv 2', 'pool', 'dense']))).toEqual([
			'input',
			'conv 2',
			'pool',
			'half',
			'a li',
			'dense',
		]);
	});

	it('lets the network win where both changed the same line', () => {
		expect(applied(['half'], mergePatch(['conv'], ['half'], ['conv filters=3']))).toEqual(['conv filters=3']);
	});
});
