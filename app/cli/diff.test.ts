import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEdits } from '#shared/graph/edit.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { diff } from './diff.ts';
import { Terminal } from './terminal.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-diff-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(isJson: boolean, first: string, second: string) {
	let out = '';
	let err = '';
	const streams = { out: { write: (text: string) => (out += text) }, err: { write: (text: string) => (err += text) } };
	const code = await diff(first, second, new Terminal(streams, isJson));
	return { code, out, err };
}

it('answers 0 for the same network', async () => {
	const { code, out } = await run(false, 'template:lenet-5', 'template:lenet-5');
	expect(code).toBe(0);
	expect(out).toContain('61,706 → 61,706 weights');
});

it('answers 1 and tells each change with what it costs', async () => {
	const document = lenet5.build();
	const conv = document.nodes.find(({ kind }) => kind === 'conv2d');
	const file = join(folder, 'other.loom.json');
	await writeFile(file, serializeDocument(applyEdits(document, [{ kind: 'setConfig', node: conv?.id ?? '', config: { filters: 7 } }])));
	const { code, out } = await run(false, 'template:lenet-5', file);
	expect(code).toBe(1);
	expect(out).toContain(`~ ${conv?.name} config.filters: 6 → 7`);
	// One more filter of 5 × 5 with a bias, and 5 · 5 more weights for each of the 16 filters behind.
	expect(out).toContain('61,706 → 62,132 weights');
	const { out: json } = await run(true, 'template:lenet-5', file);
	expect(JSON.parse(json)).toMatchObject({ same: false, nodes: { added: [], removed: [] }, costs: { after: { weights: 62_132 } } });
});

it('answers 2 for a file that is not there', async () => {
	const { code, err } = await run(false, 'template:lenet-5', join(folder, 'gone.loom.json'));
	expect(code).toBe(2);
	expect(err).toContain('gone.loom.json');
});
