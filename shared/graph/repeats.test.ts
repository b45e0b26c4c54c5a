import { describe, expect, it } from 'vitest';
import { layerDefinition } from '../layers/catalogue.ts';
import type { GraphDocument, GraphGroup } from './document.ts';
import { applyEdit } from './edit.ts';
import { expandRepeats, MOST_NODES } from './repeats.ts';
import { chain, edgeBetween } from './testing.ts';

function group(id: string, repeat: number, more: Partial<GraphGroup> = {}): GraphGroup {
	return { id, name: id, position: { x: 0, y: 0 }, repeat, collapsed: false, ...more };
}

function grouped(document: GraphDocument, made: GraphGroup, nodes: readonly string[]): GraphDocument {
	return applyEdit(document, { kind: 'addGroup', group: made, nodes });
}

const wiresOf = ({ edges }: GraphDocument) => edges.map(({ source, target }) => `${source} → ${target}`);
const expand = (document: GraphDocument) => expandRepeats(document, layerDefinition);

const plain = chain(['input'], ['conv2d'], ['batchNorm'], ['output']);

describe('expandRepeats', () => {
	it('leaves a document without repeated groups as it is', () => {
		const document = grouped(plain, group('block', 1), ['conv2d-1']);
		expect(expand(document).document).toBe(document);
	});

	it('chains copies: each is fed by the one before, and the last feeds what comes after', () => {
		const { document, originals, copies, paths } = expand(grouped(plain, group('block', 3), ['conv2d-1', 'batchNorm-1']));
		expect(wiresOf(document)).toEqual([
			'input-1 → conv2d-1',
			'conv2d-1 → batchNorm-1',
			'batchNorm-1 block×3 → output-1',
			'batchNorm-1 → conv2d-1 block×2',
			'conv2d-1 block×2 → batchNorm-1 block×2',
			'batchNorm-1 block×2 → conv2d-1 block×3',
			'conv2d-1 block×3 → batchNorm-1 block×3',
		]);
		expect(originals.get('conv2d-1 block×3')).toBe('conv2d-1');
		expect(copies.get('conv2d-1')).toEqual(['conv2d-1', 'conv2d-1 block×2', 'conv2d-1 block×3']);
		expect(paths.get('conv2d-1 block×2')).toEqual(['block 2']);
	});

	it('feeds a shortcut inside the group from the copy before, in the order of its wires', () => {
		const document = chain(['input'], ['conv2d'], ['subtract'], ['output']);
		const shortcut = edgeBetween({ id: 'input-1' }, { id: 'subtract-1' });
		const residual = { ...document, edges: [shortcut, ...document.edges] };
		expect(wiresOf(expand(grouped(residual, group('block', 2), ['conv2d-1', 'subtract-1'])).document)).toEqual([
			'input-1 → subtract-1',
			'input-1 → conv2d-1',
			'conv2d-1 → subtract-1',
			'subtract-1 block×2 → output-1',
			'subtract-1 → subtract-1 block×2',
			'subtract-1 → conv2d-1 block×2',
			'conv2d-1 block×2 → subtract-1 block×2',
		]);
	});

	it('repeats groups inside repeated groups', () => {
		const inner = grouped(plain, group('block', 2), ['conv2d-1']);
		const outer = applyEdit(grouped(inner, group('stage', 2), ['batchNorm-1']), {
			kind: 'setGroup',
			group: 'block',
			changes: { parent: 'stage' },
		});
		const { document, paths, copies } = expand(outer);
		expect(wiresOf(document).sort()).toEqual(
			[
				'input-1 → conv2d-1',
				'conv2d-1 → conv2d-1 block×2',
				'conv2d-1 block×2 → batchNorm-1',
				'batchNorm-1 → conv2d-1 stage×2',
				'conv2d-1 stage×2 → conv2d-1 block×2 stage×2',
				'conv2d-1 block×2 stage×2 → batchNorm-1 stage×2',
				'batchNorm-1 stage×2 → output-1',
			].sort(),
		);
		expect(copies.get('conv2d-1')).toEqual(['conv2d-1', 'conv2d-1 block×2', 'conv2d-1 stage×2', 'conv2d-1 block×2 stage×2']);
		expect(paths.get('conv2d-1 block×2 stage×2')).toEqual(['stage 2', 'block 2']);
		expect(paths.get('conv2d-1')).toEqual(['stage 1', 'block 1']);
	});

	it('says why a group cannot be chained', () => {
		const twoWays = { ...plain, edges: [...plain.edges, edgeBetween({ id: 'input-1' }, { id: 'batchNorm-1' })] };
		expect(expand(grouped(plain, group('block', 2), ['input-1', 'conv2d-1'])).problems).toMatchObject([
			{ code: 'repeatEndpoint', node: 'input-1' },
		]);
		const side = chain(['input'], ['conv2d'], ['conv2d'], ['add'], ['output']);
		const twoOut = { ...side, edges: [...side.edges, edgeBetween({ id: 'conv2d-1' }, { id: 'add-1' })] };
		expect(expand(grouped(twoOut, group('block', 2), ['conv2d-1', 'conv2d-2'])).problems).toMatchObject([
			{ code: 'repeatExits', sources: ['conv2d-2', 'conv2d-1'] },
		]);
		expect(expand(grouped(twoOut, group('block', 2), ['add-1'])).problems).toMatchObject([
			{ code: 'repeatEntries', sources: ['conv2d-2', 'conv2d-1'] },
		]);
		expect(expand(grouped(plain, group('block', 1_000_000_000), ['conv2d-1'])).problems).toMatchObject([
			{ code: 'repeatTooLong', most: MOST_NODES },
		]);
		expect(expand(grouped(twoWays, group('block', 2), ['conv2d-1', 'batchNorm-1'])).problems).toEqual([]);
	});

	it('keeps the copies of nodes that an edit does not touch', () => {
		const before = grouped(plain, group('block', 2), ['conv2d-1', 'batchNorm-1']);
		const after = applyEdit(before, { kind: 'setConfig', node: 'conv2d-1', config: { filters: 3 } });
		const [old, now] = [expand(before).document, expand(after).document];
		expect(now.edges).toBe(old.edges);
		expect(now.nodes.filter((node, place) => node !== old.nodes[place]).map((node) => node.id)).toEqual(['conv2d-1', 'conv2d-1 block×2']);
	});
});
