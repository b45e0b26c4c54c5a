import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { applyEdits } from '../graph/edit.ts';
import { makeGroup } from '../graph/groupEdits.ts';
import { chain } from '../graph/testing.ts';
import { groupFacts } from './groupFacts.ts';
import { inferShapes } from './inferShapes.ts';

const same = { filters: 8, padding: 'same', kernelSize: [3, 3] };

/** 28 × 28 × 1 → conv 1 (8 maps) → block of two convolutions of 8 maps, ×3 → flatten → output. */
function build(repeat: number, second: Readonly<Record<string, string | number>> = {}): GraphDocument {
	const plain = chain(['input'], ['conv2d', same], ['conv2d', same], ['conv2d', { ...same, ...second }], ['flatten'], ['output']);
	const made = makeGroup(plain, ['conv2d-2', 'conv2d-3'], [], 'block');
	return applyEdits(plain, [...(made?.edits ?? []), { kind: 'setGroup', group: 'group-1', changes: { repeat } }]);
}

function factsOf(document: GraphDocument) {
	const [group] = document.groups;
	if (!group) throw new Error('expected a group');
	return groupFacts(document, inferShapes(document, { dataset: null }), group);
}

describe('what is known of a group', () => {
	// A 3 × 3 convolution from 8 to 8 maps: 3·3·8·8 + 8 = 584 weights, 28·28·8·72 = 451,584 multiply-adds.
	it('counts the weights and the work of all copies', () => {
		expect(factsOf(build(1))).toMatchObject({ weightCount: 2 * 584, multiplyAdds: 2 * 451_584, depth: 2, status: 'fine' });
		expect(factsOf(build(3))).toMatchObject({ weightCount: 6 * 584, multiplyAdds: 6 * 451_584, depth: 2, status: 'fine' });
	});

	it('gives the sizes that go in and come out', () => {
		expect(factsOf(build(3))).toMatchObject({ inputs: [[28, 28, 8]], outputs: [[28, 28, 8]] });
	});

	it('sees as far as the last copy: 3 pixels, and 2 more for each of the six convolutions', () => {
		expect(factsOf(build(3)).receptiveField?.height.size).toBe(15);
	});

	it('has the problem of copies that do not fit together first', () => {
		const facts = factsOf(build(3, { filters: 16 }));
		expect(facts.status).toBe('error');
		expect(facts.diagnostics[0]).toMatchObject({ code: 'repeatSize', place: { kind: 'group', group: 'group-1' } });
	});

	it('waits for a layer outside that has a problem, and not for one inside', () => {
		const outside = applyEdits(build(1), [{ kind: 'setConfig', node: 'conv2d-1', config: { kernelSize: [31, 31], padding: 'valid' } }]);
		expect(factsOf(outside)).toMatchObject({ status: 'blocked', waitsFor: 'conv2d-1' });
		const inside = applyEdits(build(1), [{ kind: 'setConfig', node: 'conv2d-2', config: { kernelSize: [31, 31], padding: 'valid' } }]);
		expect(factsOf(inside)).toMatchObject({ status: 'error', waitsFor: null });
	});
});
