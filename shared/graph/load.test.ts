import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerDefinition, layerTexts } from '../layers/catalogue.ts';
import { templates } from '../templates/templates.ts';
import { english } from '../text/en/english.ts';
import { createFormatter } from '../text/formatter.ts';
import { createDocument } from './create.ts';
import type { GraphDocument } from './document.ts';
import { findJsonFault } from './jsonPosition.ts';
import { loadDocument } from './load.ts';
import { repairDocument } from './repair.ts';
import { serializeDocument } from './serialize.ts';
import { anyDocument, chain, edgeBetween } from './testing.ts';

const formatter = createFormatter('en', { ...english, ...layerTexts() });

function refusal(source: unknown): string {
	const loaded = loadDocument(source);
	if (loaded.ok) throw new Error('expected a refusal');
	return formatter.text(loaded.problem);
}

function repairsOf(source: unknown): readonly (readonly [place: string, sentence: string])[] {
	const loaded = loadDocument(source);
	if (!loaded.ok) throw new Error(formatter.text(loaded.problem));
	return loaded.value.repairs.map((repair) => [repair.place, formatter.text(repair.message)]);
}

/** A saved document with some of it replaced, as a hand or a fault would leave it. */
function damaged(changes: Record<string, unknown>, document: GraphDocument = chain(['input'], ['conv2d'], ['flatten'])): unknown {
	return { ...(JSON.parse(serializeDocument(document)) as object), ...changes };
}

describe('a document', () => {
	it('comes back from its text as it was', () => {
		fc.assert(
			fc.property(anyDocument, (any) => {
				const { document } = repairDocument(any, layerDefinition);
				const loaded = loadDocument(serializeDocument(document));
				expect(loaded).toEqual({ ok: true, value: { document, repairs: [] } });
			}),
			{ numRuns: 50 },
		);
	});

	it('has the same text when it was read and written again', () => {
		for (const template of templates) {
			const text = serializeDocument(template.build());
			const loaded = loadDocument(text);
			if (!loaded.ok) throw new Error(template.name);
			expect(serializeDocument(loaded.value.document)).toBe(text);
		}
	});

	it('changes one line of its text when a layer moves', () => {
		const document = chain(['input'], ['conv2d'], ['flatten']);
		const moved = { ...document, nodes: document.nodes.map((node, place) => (place === 1 ? { ...node, position: { x: 7, y: 9 } } : node)) };
		const before = serializeDocument(document).split('\n');
		const after = serializeDocument(moved).split('\n');
		expect(after.filter((line, place) => line !== before[place])).toEqual(['\t\t\t"position": { "x": 7, "y": 9 } },']);
	});

	it('is written the same whatever the order of its keys', () => {
		const document = chain(['input'], ['conv2d']);
		const turned = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(turned);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(
				Object.entries(value)
					.reverse()
					.map(([key, member]) => [key, turned(member)]),
			);
		};
		expect(serializeDocument(turned(document) as GraphDocument)).toBe(serializeDocument(document));
	});
});

describe('a text that is not a document', () => {
	const whole = serializeDocument(chain(['input'], ['conv2d']));
	const cases: readonly [name: string, source: unknown, sentence: RegExp][] = [
		['nothing', '', /^The file is empty\./],
		['spaces', ' \n ', /^The file is empty\./],
		['half a file', whole.slice(0, whole.length / 2), /^The file ends in the middle, at line 1\d/],
		['a stray comma', '{\n  "format": "layerloom",,\n}', /line 2, column 25 is not JSON/],
		['another format', '{"format":"netron"}', /^This is not a Layerloom document/],
		['a list', '[]', /^This is not a Layerloom document/],
		['a number', 3, /^This is not a Layerloom document/],
		['nothing at all', undefined, /^This is not a Layerloom document/],
		['no version', '{"format":"layerloom"}', /does not say which version/],
		['a version of the future', '{"format":"layerloom","version":9}', /newer version of Layerloom \(form 9; this one knows 2\)\. Update/],
		['more than memory', `"${'x'.repeat(33_000_000)}"`, /34 million characters/],
		['thirty levels', JSON.stringify(damaged({ extra: JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) })), /more than 24 deep/],
		['too many wires', damaged({ edges: new Array(100_001).fill(0) }), /100,001 wires, and at most 100,000/],
	];
	for (const [name, source, sentence] of cases) {
		it(`is refused in words: ${name}`, () => expect(refusal(source)).toMatch(sentence));
	}

	it('is refused however deep it nests, and where it holds itself', () => {
		expect(loadDocument(`${'['.repeat(500_000)}${']'.repeat(500_000)}`).ok).toBe(false);
		const self: Record<string, unknown> = { format: 'layerloom', version: 1 };
		self.self = self;
		expect(refusal(self)).toMatch(/deep/);
	});
});

describe('a document of another form', () => {
	const node = { id: 'a', kind: 'input', name: 'a', config: {}, position: { x: 0, y: 0 } };
	const cases: readonly [source: unknown, sentence: string][] = [
		[damaged({ nodes: [node, node, { ...node, position: 'left' }] }), 'nodes → 3rd → position should be a set of values, but is "left".'],
		[damaged({ nodes: [{ ...node, position: { x: 0 } }] }), 'nodes → 1st → position → y is missing.'],
		[damaged({ nodes: [{ ...node, position: { x: Number.NaN, y: 0 } }] }), 'nodes → 1st → position → x should be a number, but is NaN.'],
		[damaged({ nodes: [{ ...node, kind: 4 }] }), 'nodes → 1st → kind should be a text, but is 4.'],
		[damaged({ nodes: undefined }), 'nodes is missing.'],
		[damaged({ edges: [{ source: 'a' }] }), 'edges → 1st → sourcePort is missing.'],
		[damaged({ groups: 7 }), 'groups should be a list, but is 7.'],
		[JSON.stringify(damaged({})).replace('"x":184', '"x":1e999'), 'nodes → 2nd → position → x should be a number, but is Infinity.'],
	];
	for (const [source, sentence] of cases) {
		it(`is refused with its place: ${sentence}`, () => expect(refusal(source)).toBe(`The document cannot be read: ${sentence}`));
	}
});

describe('a damaged document', () => {
	const document = chain(['input'], ['conv2d'], ['flatten']);
	const [input, conv, flatten] = document.nodes;
	if (!input || !conv || !flatten) throw new Error('expected three nodes');
	const cases: readonly [name: string, source: unknown, repairs: readonly (readonly [string, string])[]][] = [
		['optional parts missing', damaged({ groups: undefined, notes: null, settings: undefined, training: undefined, seed: undefined }), []],
		[
			'a doubled id',
			damaged({ nodes: [input, conv, { ...flatten, id: conv.id }], edges: [] }),
			[['flatten', 'Another layer had the id “conv2d-1” already; this one has got its own.']],
		],
		[
			'a doubled name',
			damaged({ nodes: [input, conv, { ...flatten, name: 'conv 1' }] }),
			[['conv 1', 'Another layer had this name already; this one is now called conv 2.']],
		],
		[
			'settings out of bounds',
			damaged({ nodes: [input, { ...conv, config: { ...conv.config, filters: 0, kernelSize: 'big' } }, flatten] }),
			[
				['conv 1', 'Filters has its first value again. Needs at least 1, but got 0.'],
				['conv 1', 'Kernel has its first value again. Needs two whole numbers, height and width, but got "big".'],
			],
		],
		[
			'a wire to nowhere',
			damaged({ edges: [edgeBetween(input, { id: 'gone' })] }),
			[['input → gone', 'The wire led to a layer that does not exist and was left out.']],
		],
		[
			'a wire to a port that does not exist',
			damaged({ edges: [{ ...edgeBetween(input, conv), targetPort: 'side' }] }),
			[['input → conv 1', 'The wire led to a port that the layer does not have and was left out.']],
		],
		[
			'a doubled wire',
			damaged({ edges: [edgeBetween(input, conv), edgeBetween(input, conv)] }),
			[['input → conv 1', 'The wire was there twice; one is left.']],
		],
		[
			'two wires at a port for one',
			damaged({ edges: [edgeBetween(input, flatten), edgeBetween(conv, flatten)] }),
			[['conv 1 → flatten', 'The port takes one wire and had one already; this one was left out.']],
		],
		[
			'a loop',
			damaged({ edges: [edgeBetween(conv, flatten), edgeBetween(flatten, conv)] }),
			[['flatten → conv 1', 'The wire closed a loop and was left out.']],
		],
		[
			'a layer far away',
			damaged({ nodes: [{ ...input, position: { x: 1e300, y: 0 } }, conv, flatten] }),
			[['input', 'The layer stood too far away and was brought back.']],
		],
		[
			'a group that does not exist',
			damaged({ nodes: [{ ...input, group: 'gone' }, conv, flatten] }),
			[['input', 'The group around it does not exist or contains itself; it stands by itself now.']],
		],
		[
			'training settings out of bounds',
			damaged({ training: { optimizer: 'magic', learningRate: 0.01 }, seed: -3, dataset: { kind: 'tape' } }),
			[
				['training → optimizer', 'training → optimizer was out of its bounds and has its usual value again.'],
				['seed', 'seed was out of its bounds and has its usual value again.'],
				['dataset', 'dataset was out of its bounds and has its usual value again.'],
			],
		],
	];
	for (const [name, source, repairs] of cases) {
		it(`is repaired and says so: ${name}`, () => expect(repairsOf(source)).toEqual(repairs));
	}

	it('keeps layers of kinds that this version does not know, wires and all', () => {
		const mystery = { ...conv, kind: 'mystery', config: { any: ['thing'] } };
		const loaded = loadDocument(damaged({ nodes: [input, mystery, flatten] }));
		expect(loaded).toMatchObject({
			ok: true,
			value: { repairs: [], document: { nodes: [input, mystery, flatten], edges: document.edges } },
		});
	});

	it('keeps good training settings beside bad ones', () => {
		const loaded = loadDocument(damaged({ training: { optimizer: 'magic', learningRate: 0.01 } }));
		expect(loaded).toMatchObject({ ok: true, value: { document: { training: { optimizer: 'adam', learningRate: 0.01 } } } });
	});

	it('cannot reach into the program through the names of its keys', () => {
		const text = JSON.stringify(damaged({})).replace('"filters":32', '"filters":32,"__proto__":{"polluted":true}');
		const loaded = loadDocument(text);
		if (!loaded.ok) throw new Error(formatter.text(loaded.problem));
		const config = loaded.value.document.nodes[1]?.config;
		expect((config as Record<string, unknown>).polluted).toBeUndefined();
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		const named = loadDocument(damaged({ nodes: [{ ...input, id: '__proto__' }, conv, flatten], edges: [] }));
		expect(named.ok && named.value.document.nodes[0]?.id).toBe('input-1');
	});

	it('is repaired quickly even when every layer has the same id and name', () => {
		const nodes = new Array(2_000).fill(conv);
		const loaded = loadDocument(damaged({ nodes, edges: [] }));
		if (!loaded.ok) throw new Error('expected a document');
		expect(new Set(loaded.value.document.nodes.map((node) => node.id)).size).toBe(2_000);
		expect(new Set(loaded.value.document.nodes.map((node) => node.name)).size).toBe(2_000);
	});
});

describe('loadDocument', () => {
	it('never throws and gives a document that needs no repair', () => {
		const soup = fc.oneof(
			anyDocument.map((document) => JSON.parse(JSON.stringify(document)) as unknown),
			fc.record({
				format: fc.constant('layerloom'),
				version: fc.constant(1),
				id: fc.anything(),
				nodes: fc.anything(),
				edges: fc.anything(),
			}),
			anyDocument.chain((document) =>
				fc.constantFrom(...Object.keys(document)).chain((key) => fc.anything().map((value) => ({ ...document, [key]: value }))),
			),
		);
		fc.assert(
			fc.property(soup, (source) => {
				const loaded = loadDocument(source);
				if (loaded.ok) expect(loadDocument(serializeDocument(loaded.value.document))).toMatchObject({ ok: true, value: { repairs: [] } });
			}),
			{ numRuns: 80 },
		);
	});

	it('never throws on a text with a part cut out or changed', () => {
		const text = serializeDocument(chain(['input'], ['conv2d'], ['output']));
		fc.assert(
			fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 3 }), (from, length, put) => {
				const broken = text.slice(0, from) + put + text.slice(from + length);
				const loaded = loadDocument(broken);
				if (!loaded.ok) expect(formatter.text(loaded.problem)).toMatch(/[.)]$/);
			}),
			{ numRuns: 80 },
		);
	});
});

describe('findJsonFault', () => {
	it('agrees with JSON.parse on what is JSON', () => {
		const parses = (text: string): boolean => {
			try {
				JSON.parse(text);
				return true;
			} catch {
				return false;
			}
		};
		const pieces = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"a"',
			'"\\u00e9"',
			'"\\x"',
			'1',
			'-0.5e3',
			'01',
			'true',
			'nul',
			' ',
			'\n',
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
				),
				(text) => {
					expect(findJsonFault(text) === null).toBe(parses(text));
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('counts lines and columns from one', () => {
		expect(findJsonFault('{\n\t"a": 1\n\t"b": 2\n}')).toEqual({ line: 3, column: 2, isAtEnd: false });
		expect(findJsonFault('{"a": [1, 2')).toEqual({ line: 1, column: 12, isAtEnd: true });
	});

	it('walks a string of megabytes', () => {
		expect(findJsonFault(`"${'a'.repeat(5_000_000)}"x`)).toEqual({ line: 1, column: 5_000_003, isAtEnd: true });
	});
});

describe('createDocument', () => {
	it('makes a document that loads as it is', () => {
		const document = createDocument({ id: 'new', name: 'untitled' });
		expect(loadDocument(serializeDocument(document))).toEqual({ ok: true, value: { document, repairs: [] } });
	});
});
