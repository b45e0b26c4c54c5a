import { describe, expect, it } from 'vitest';
import { DOCUMENT_VERSION } from '../document.ts';
import { loadDocument } from '../load.ts';
import { serializeDocument } from '../serialize.ts';
import version1 from './fixtures/version-1.loom.json?raw';
import version2 from './fixtures/version-2.loom.json?raw';
import { type Migration, migrate, migrations } from './migrations.ts';

/** One saved file of every version; old ones are never edited. */
const fixtures: readonly string[] = [version1, version2];

const renameLayersToNodes: Migration = {
	from: 1,
	change: 'nodes were called layers',
	apply: ({ layers, ...rest }) => ({ ...rest, nodes: layers }),
};
const addNotes: Migration = { from: 2, change: 'notes came in', apply: (document) => ({ ...document, notes: [] }) };

describe('migrate', () => {
	it('goes step by step from the version of the file to the present one', () => {
		const steps = [addNotes, renameLayersToNodes];
		expect(migrate({ version: 1, layers: ['a'] }, 1, 3, steps)).toEqual({ version: 3, nodes: ['a'], notes: [] });
		expect(migrate({ version: 2, nodes: ['a'] }, 2, 3, steps)).toEqual({ version: 3, nodes: ['a'], notes: [] });
	});

	it('leaves a document of the present version alone', () => {
		const document = { version: 3 };
		expect(migrate(document, 3, 3, [])).toBe(document);
	});

	it('has a step for every version before the present one', () => {
		expect(migrations.map((step) => step.from)).toEqual(Array.from({ length: DOCUMENT_VERSION - 1 }, (_, index) => index + 1));
	});
});

describe('saved files', () => {
	it('include one of every version', () => {
		expect(fixtures.map((text) => (JSON.parse(text) as { readonly version: number }).version)).toEqual(
			Array.from({ length: DOCUMENT_VERSION }, (_, index) => index + 1),
		);
	});

	for (const [index, text] of fixtures.entries()) {
		it(`of version ${index + 1} load without repairs`, () => {
			const loaded = loadDocument(text);
			expect(loaded.ok && loaded.value.repairs).toEqual([]);
			expect(loaded.ok && loaded.value.document.nodes.length).toBe(12);
		});
	}

	it('of the present version are written as they were read', () => {
		const text = fixtures.at(-1) ?? '';
		const loaded = loadDocument(text);
		expect(loaded.ok && serializeDocument(loaded.value.document)).toBe(text);
	});
});
