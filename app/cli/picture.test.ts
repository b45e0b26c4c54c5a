import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { openProgram } from '../program.ts';
import { runCli } from './cli.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-picture-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...parameters: string[]) {
	let out = '';
	let err = '';
	const streams = { stdout: { write: (text: string) => (out += text) }, stderr: { write: (text: string) => (err += text) } };
	const code = await runCli(parameters, streams, openProgram(import.meta.url, { dataFolder: folder }));
	return { code, out, err };
}

it('writes a PNG of the size that it tells, at the scale asked for', async () => {
	const one = join(folder, 'one.png');
	const two = join(folder, 'two.png');
	const { code, out } = await run('picture', 'template:lenet-5', '--out', one, '--scale', '1', '--json');
	expect(code).toBe(0);
	const told: { width: number; height: number } = JSON.parse(out);
	const { width, height } = await sharp(one).metadata();
	expect([width, height]).toEqual([told.width, told.height]);
	await run('picture', 'template:lenet-5', '--out', two, '--theme', 'dark');
	expect((await sharp(two).metadata()).width).toBe(2 * (width ?? 0));
});

it('writes a PDF whose text can be read back, and odd names too', async () => {
	const document = lenet5.build();
	const file = join(folder, 'odd.loom.json');
	const pdf = join(folder, 'odd.pdf');
	await writeFile(
		file,
		serializeDocument({ ...document, nodes: document.nodes.map((node, at) => (at === 1 ? { ...node, name: 'a<&🦊שלום' } : node)) }),
	);
	expect((await run('picture', file, '--out', pdf)).code).toBe(0);
	const bytes = await readFile(pdf);
	expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
	expect(bytes.toString('latin1')).toContain('/ToUnicode');
	expect(bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
});

it('refuses to write over a file, and another ending', async () => {
	const svg = join(folder, 'net.svg');
	await writeFile(svg, 'mine');
	expect(await run('picture', 'template:lenet-5', '--out', svg)).toMatchObject({ code: 1 });
	expect(await readFile(svg, 'utf8')).toBe('mine');
	expect((await run('picture', 'template:lenet-5', '--out', svg, '--overwrite')).code).toBe(0);
	expect(await readFile(svg, 'utf8')).toContain('<svg');
	const { code, err } = await run('picture', 'template:lenet-5', '--out', join(folder, 'net.gif'));
	expect(code).toBe(1);
	expect(err).toContain('.svg, .png or .pdf');
});

it('writes the table of layers as Markdown, CSV and LaTeX', async () => {
	for (const [ending, sign] of [
		['md', '| conv 1 |'],
		['csv', 'conv 1,conv2d,28x28x6,156'],
		['tex', '\\begin{tabular}'],
	] as const) {
		const file = join(folder, `layers.${ending}`);
		expect((await run('table', 'template:lenet-5', '--out', file)).code).toBe(0);
		expect(await readFile(file, 'utf8')).toContain(sign);
	}
});
