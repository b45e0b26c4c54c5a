import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../graph/create.ts';
import type { GraphDocument, GraphEdge, GraphGroup } from '../graph/document.ts';
import { applyEdits } from '../graph/edit.ts';
import { groupPath } from '../graph/groups.ts';
import { incomingEdges } from '../graph/query.ts';
import { anyEdit, brokenDocument, chain, startingDocument } from '../graph/testing.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import { templates } from '../templates/templates.ts';
import { readOutline } from './read.ts';
import { writeOutline } from './write.ts';

const empty = createDocument({ id: 'empty', name: 'empty' });

function textOf(document: GraphDocument): string {
	return writeOutline(document).lines.join('\n');
}

function edited(document: GraphDocument, text: string): GraphDocument {
	const read = readOutline(text, document);
	if (!read.ok) throw new Error(JSON.stringify(read.problem));
	return applyEdits(document, read.value.edits);
}

function problemsOf(text: string, document: GraphDocument = empty): readonly string[] {
	const read = readOutline(text, document);
	return read.ok
		? []
		: read.problem.map(({ line, from, to, message }) => `${line + 1}:${from}-${to} ${message.id.replace('outline.problem.', '')}`);
}

/** Every group that is named is there, and none is inside itself. */
function hasSoundGroups(document: GraphDocument): boolean {
	const isThere = (id: string | undefined) => id === undefined || document.groups.some((group) => group.id === id);
	return document.groups.every((group) => isRooted(document, group)) && document.nodes.every((node) => isThere(node.group));
}

function isRooted(document: GraphDocument, group: GraphGroup): boolean {
	const { parent } = group;
	if (parent === undefined) return true;
	const around = document.groups.find(({ id }) => id === parent);
	return around !== undefined && groupPath(document, group.id).length > groupPath(document, parent).length && isRooted(document, around);
}

/** Wires at inputs that a kind does not have cannot be written; the app shows them as problems. */
function hasPort(document: GraphDocument, { target, targetPort }: GraphEdge): boolean {
	const kind = document.nodes.find(({ id }) => id === target)?.kind ?? '';
	return layerDefinition(kind)?.inputs.some(({ name }) => name === targetPort) ?? true;
}

function sizesByName(document: GraphDocument): Readonly<Record<string, unknown>> {
	const { nodes } = inferShapes(document, { dataset: null });
	return Object.fromEntries(document.nodes.map(({ id, kind, name }) => [name, [kind, nodes.get(id)?.output]]));
}

const lenet = `input: input
conv 1: conv2d filters=6 kernelSize=5 activation=tanh
pool 1: averagePool2d
conv 2: conv2d filters=16 kernelSize=5x3 activation=tanh
flatten: flatten
dense 1: dense units=84 activation=tanh
output: output`;

describe('an outline', () => {
	it('writes one layer a line, without what a new layer has anyway', () => {
		const document = chain(['input'], ['conv2d', { filters: 6, kernelSize: [3, 5] }], ['dropout', { rate: 0.5 }], ['dense', { units: 84 }]);
		expect(writeOutline(document)).toEqual({
			lines: ['input: input', 'conv 1: conv2d filters=6 kernelSize=5x3', 'dropout 1: dropout', 'dense 1: dense units=84'],
			nodes: ['input-1', 'conv2d-1', 'dropout-1', 'dense-1'],
			groups: [],
		});
	});

	it('writes groups, flags, notes and branches', () => {
		const document = applyEdits(startingDocument(), [
			{ kind: 'setNode', node: 'dropout-1', changes: { muted: true, role: 'head', note: 'try 0.2' } },
			{ kind: 'setNode', node: 'conv2d-1', changes: { frozen: true, name: 'a: b' } },
		]);
		expect(textOf(document).split('\n').slice(1)).toEqual([
			'"a: b": conv2d filters=8 frozen',
			'norm 1: batchNorm',
			'activation 1: activation',
			'pool 1: maxPool2d',
			'group block: ×2',
			'  conv 2: conv2d filters=8',
			'  add 1: add <- conv 2, pool 1',
			'end',
			'dropout 1: dropout muted head # try 0.2',
			'flatten: flatten',
			'dense 1: dense units=16',
			'output: output',
		]);
	});

	it('makes a network from text alone', () => {
		const document = edited(empty, lenet);
		expect(document.nodes.map(({ kind, name }) => [kind, name])).toEqual([
			['input', 'input'],
			['conv2d', 'conv 1'],
			['averagePool2d', 'pool 1'],
			['conv2d', 'conv 2'],
			['flatten', 'flatten'],
			['dense', 'dense 1'],
			['output', 'output'],
		]);
		expect(document.nodes[3]?.config).toMatchObject({ filters: 16, kernelSize: [3, 5], activation: 'tanh' });
		expect(inferShapes(document, { dataset: null }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(new Set(document.nodes.map(({ position }) => `${position.x} ${position.y}`)).size).toBe(7);
		expect(textOf(document)).toBe(lenet);
	});

	it('keeps ids, places and wires of layers whose name or kind is changed', () => {
		const document = edited(empty, lenet);
		const renamed = edited(document, lenet.replace('conv 2: conv2d', 'features: conv2d').replace('averagePool2d', 'maxPool2d'));
		expect(renamed.nodes.map(({ id, position }) => [id, position])).toEqual(document.nodes.map(({ id, position }) => [id, position]));
		expect(renamed.edges).toEqual(document.edges);
		expect(renamed.nodes[3]?.name).toBe('features');
		expect(renamed.nodes[2]?.kind).toBe('maxPool2d');
	});

	it('wires a line that is put in between, and heals where one is taken out', () => {
		const document = edited(empty, lenet);
		const longer = edited(document, lenet.replace('flatten: flatten', 'drop: dropout rate=0.25\nflatten: flatten'));
		const drop = longer.nodes.find(({ name }) => name === 'drop');
		expect(incomingEdges(longer, 'flatten-1').map(({ source }) => source)).toEqual([drop?.id]);
		expect(incomingEdges(longer, drop?.id ?? '').map(({ source }) => source)).toEqual(['conv2d-2']);
		expect(textOf(edited(longer, lenet))).toBe(lenet);
	});

	it('takes the old name of a renamed layer for the new one where other lines still use it', () => {
		const text = 'input: input\na: conv2d padding=same\nb: conv2d padding=same\nsum: add <- a, b';
		const document = edited(empty, text);
		const renamed = edited(document, text.replace('a: conv2d', 'first: conv2d'));
		expect(textOf(renamed).split('\n').at(-1)).toBe('sum: add <- first, b');
	});

	it('goes back to what a field follows when it is left out', () => {
		const document = edited(empty, 'input: input\npool: maxPool2d strides=1');
		expect(document.nodes[1]?.config.strides).toEqual([1, 1]);
		expect(edited(document, 'input: input\npool: maxPool2d').nodes[1]?.config.strides).toBeUndefined();
	});

	it('says line by line what cannot be read', () => {
		expect(problemsOf('a conv2d')).toEqual(['1:0-8 colon']);
		expect(problemsOf('a: convolution')).toEqual(['1:3-14 kindLike']);
		expect(problemsOf('a: xyzzy')).toEqual(['1:3-8 kind']);
		expect(problemsOf('a:')).toEqual(['1:0-2 noKind']);
		expect(problemsOf('a: conv2d filter=3')).toEqual(['1:10-16 unknownField']);
		expect(problemsOf('a: conv2d filters=0 kernelSize=x')).toEqual(['1:18-19 value', '1:31-32 value']);
		expect(problemsOf('a: conv2d filters=NaN')).toEqual(['1:18-21 value']);
		expect(problemsOf('a: conv2d fast')).toEqual(['1:10-14 word']);
		expect(problemsOf('a: conv2d <- b')).toEqual(['1:13-14 unknownSource']);
		expect(problemsOf('a: conv2d <- a')).toEqual(['1:13-14 ownSource']);
		expect(problemsOf('i: input\nb: conv2d\nc: conv2d <- i, b')).toEqual(['3:16-17 oneInput']);
		expect(problemsOf('i: input\na: conv2d\na: conv2d')).toEqual(['3:0-1 nameTwice']);
		expect(problemsOf('group g: ×2\na: conv2d')).toEqual(['1:6-7 noEnd']);
		expect(problemsOf('end')).toEqual(['1:0-3 endAlone']);
		expect(problemsOf('group g:\nend')).toEqual(['1:6-7 emptyGroup']);
		expect(problemsOf('"a: conv2d')).toEqual(['1:0-10 quote']);
		expect(problemsOf('# alone')).toEqual(['1:0-7 noteAlone']);
		expect(problemsOf('a: conv2d base head')).toEqual(['1:3-9 bothRoles']);
	});

	it('reads back every template as it is', () => {
		for (const { name, build } of templates) {
			const document = build();
			const read = readOutline(textOf(document), document);
			expect(read.ok && read.value.edits, name).toEqual([]);
			const anew = edited(empty, textOf(document));
			expect(textOf(anew), name).toBe(textOf(document));
		}
	});

	it('reads back whatever a document has become: nothing changes', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
				const document = applyEdits(startingDocument(), edits);
				fc.pre(hasSoundGroups(document));
				const text = textOf(document);
				const read = readOutline(text, document);
				if (!read.ok) return;
				expect(read.value.edits).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	it('makes another document the same network: every layer has the size that it had', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
				const document = applyEdits(startingDocument(), edits);
				fc.pre(hasSoundGroups(document) && document.edges.every((edge) => hasPort(document, edge)));
				const other = { ...startingDocument(), settings: document.settings };
				const read = readOutline(textOf(document), other);
				if (!read.ok) return;
				expect(sizesByName(applyEdits(other, read.value.edits))).toEqual(sizesByName(document));
			}),
			{ numRuns: 200 },
		);
	});

	it('never throws, whatever the document and the text', () => {
		fc.assert(
			fc.property(
				brokenDocument,
				fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 5 }),
				fc.string({ maxLength: 5 }),
				(document, cuts, piece) => {
					let text = textOf(document);
					for (const cut of cuts) text = text.slice(0, cut % (text.length + 1)) + piece + text.slice((cut * 7) % (text.length + 1));
					const read = readOutline(text, document);
					if (read.ok) applyEdits(document, read.value.edits);
				},
			),
			{ numRuns: 300 },
		);
	});
});
