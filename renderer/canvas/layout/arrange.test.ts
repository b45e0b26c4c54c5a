import ElkApi from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphDocument, Position } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { boxOfGroup } from '#shared/graph/groupPlace.ts';
import { membersOf } from '#shared/graph/groups.ts';
import { CARD } from '#shared/graph/place.ts';
import { anyEdit, chain, startingDocument } from '#shared/graph/testing.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { makeScene } from '#shared/picture/scene.ts';
import { templates } from '#shared/templates/templates.ts';
import { arrange } from './arrange.ts';
import { chosenParts } from './chosenParts.ts';
import { movesTo } from './moveCards.ts';

const wishes = { elk: new ElkApi(), view: { width: 744, height: 716 } };

const tidied = async (document: GraphDocument): Promise<GraphDocument> =>
	applyEdits(document, movesTo(document, await arrange(document, undefined, wishes)));

const tidiedPart = async (document: GraphDocument, selection: ReadonlySet<string>): Promise<GraphDocument> => {
	const positions = new Map<string, Position>();
	for (const { place, part } of chosenParts(document, selection)) {
		for (const [key, at] of await arrange(document, place, wishes, part)) positions.set(key, at);
	}
	return applyEdits(document, movesTo(document, positions));
};

interface Card {
	readonly key: string;
	readonly at: Position;
	readonly isPinned: boolean;
}

/** All cards that are seen at the top level. */
const cardsOf = (document: GraphDocument): readonly Card[] => {
	const { nodes, cards } = makeScene(
		document,
		null,
		document.nodes.map(({ id }) => id),
	);
	return [
		...nodes.map(({ node, position }) => ({ key: node.id, at: position, isPinned: node.pinned === true })),
		...cards.map(({ group, position }) => ({ key: groupKey(group.id), at: position, isPinned: false })),
	];
};

const overlapping = (cards: readonly Card[]): readonly string[] =>
	cards.flatMap((a, index) =>
		cards
			.slice(index + 1)
			.filter((b) => Math.abs(a.at.x - b.at.x) < CARD.width && Math.abs(a.at.y - b.at.y) < CARD.height)
			// Two cards that are pinned on each other stay so.
			.filter((b) => !(a.isPinned && b.isPinned))
			.map((b) => `${a.key} on ${b.key}`),
	);

const anyNetwork = fc.array(anyEdit, { maxLength: 25 }).map((edits) => applyEdits(startingDocument(), edits));

const pinSome = (document: GraphDocument, bits: readonly boolean[]): GraphDocument => ({
	...document,
	nodes: document.nodes.map((node, index) => (bits[index] ? { ...node, pinned: true as const } : node)),
});

describe('a tidied network', () => {
	it('has no card on another', () =>
		fc.assert(
			fc.asyncProperty(anyNetwork, async (document) => {
				expect(overlapping(cardsOf(await tidied(document)))).toEqual([]);
			}),
			{ numRuns: 15 },
		));

	it('leaves pinned layers where they are, and puts nothing on them', () =>
		fc.assert(
			fc.asyncProperty(anyNetwork, fc.array(fc.boolean(), { maxLength: 30 }), async (document, bits) => {
				const before = pinSome(document, bits);
				// A pinned layer in an open group holds its frame, which may then lie on another pinned card: only top-level pins here.
				fc.pre(before.nodes.every((node) => !node.pinned || node.group === undefined));
				const after = await tidied(before);
				for (const node of before.nodes.filter(({ pinned }) => pinned)) {
					expect(after.nodes.find(({ id }) => id === node.id)?.position).toEqual(node.position);
				}
				expect(overlapping(cardsOf(after))).toEqual([]);
			}),
			{ numRuns: 15 },
		));

	it('reads in the order of the data: a wire leads to the right, or to a row further down', () =>
		fc.assert(
			fc.asyncProperty(fc.constantFrom(...templates), async (template) => {
				const after = await tidied(template.build('x'));
				const { wires } = makeScene(
					after,
					null,
					after.nodes.map(({ id }) => id),
				);
				for (const { source, target, from, to } of wires) {
					expect(to.x > from.x || to.y > from.y + CARD.height / 2, `${source} → ${target}`).toBe(true);
				}
			}),
			{ numRuns: templates.length },
		));

	it('is the same again when it is tidied again', () =>
		fc.assert(
			fc.asyncProperty(anyNetwork, async (document) => {
				const once = await tidied(document);
				const twice = await tidied(once);
				expect(cardsOf(twice)).toEqual(cardsOf(once));
			}),
			{ numRuns: 15 },
		));

	it('keeps what is not in an open group out of its frame', async () => {
		for (const template of templates.filter(({ name }) => /resnet|mobilenet/.test(name))) {
			const built = template.build('x');
			const opened = { ...built, groups: built.groups.map((group) => ({ ...group, collapsed: false })) };
			const after = await tidied(opened);
			for (const group of after.groups) {
				const box = boxOfGroup(after, group);
				const members = new Set(membersOf(after, group.id).map(({ id }) => id));
				const inside = cardsOf(after).filter(
					({ at, key }) =>
						!members.has(key) &&
						box &&
						at.x < box.x + box.width &&
						at.x + CARD.width > box.x &&
						at.y < box.y + box.height &&
						at.y + CARD.height > box.y,
				);
				expect(inside, `${template.name}: ${group.name}`).toEqual([]);
			}
		}
	});

	it('draws the longest way of a residual block straight, and its projection beside it', async () => {
		const after = await tidied(templates.find(({ name }) => name === 'mini-resnet')?.build('x') ?? chain());
		const at = (name: string): Position | undefined => after.nodes.find((node) => node.name === name)?.position;
		const block = ['conv 4', 'norm 4', 'activation 4', 'conv 5', 'norm 5', 'add 2', 'activation 5'].map(at);
		expect(new Set(block.map((place) => place?.y)).size).toBe(1);
		expect(at('conv 6')?.x).toBe(block[0]?.x);
		expect(at('conv 6')?.y).toBeGreaterThan(block[0]?.y ?? 0);
	});
});

describe('a tidied selection', () => {
	it('moves nothing else, and lies on nothing', () =>
		fc.assert(
			fc.asyncProperty(anyNetwork, fc.array(fc.boolean(), { maxLength: 30 }), async (document, bits) => {
				const before = await tidied(document);
				const selection = new Set(before.nodes.filter((node, index) => bits[index] && node.group === undefined).map(({ id }) => id));
				const after = await tidiedPart(before, selection);
				expect(after.nodes.filter(({ id }) => !selection.has(id))).toEqual(before.nodes.filter(({ id }) => !selection.has(id)));
				expect(overlapping(cardsOf(after))).toEqual([]);
			}),
			{ numRuns: 15 },
		));

	it('makes a row of layers that lie about', async () => {
		const document = chain(['input'], ['conv2d'], ['flatten'], ['output']);
		const scattered = {
			...document,
			nodes: document.nodes.map((node, index) => ({ ...node, position: { x: (3 - index) * 200, y: index * 37 } })),
		};
		const after = await tidiedPart(scattered, new Set(['input-1', 'conv2d-1', 'flatten-1']));
		const [input, conv, flatten, output] = after.nodes.map(({ position }) => position);
		expect([input?.y, conv?.y, flatten?.y]).toEqual([0, 0, 0]);
		expect((conv?.x ?? 0) - (input?.x ?? 0)).toBe(CARD.columnStep);
		expect((flatten?.x ?? 0) - (conv?.x ?? 0)).toBe(CARD.columnStep);
		expect(output).toEqual({ x: 0, y: 111 });
	});
});
