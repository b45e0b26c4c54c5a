import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openProgram, type Program } from './program.ts';
import { serve } from './serve.ts';
import { scriptTraining } from './testing/scriptedTraining.ts';

let folder = '';
let program: Program;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-serve-'));
	const pageFolder = join(folder, 'page');
	await mkdir(pageFolder);
	await writeFile(join(pageFolder, 'index.html'), 'the page');
	program = openProgram(import.meta.url, { pageFolder, dataFolder: join(folder, 'data'), documentsFolder: join(folder, 'documents') });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const quiet = { opensBrowser: false, onBug: () => undefined };

it('serves the page behind the link that it prints, with a fresh secret each time, until closed', async () => {
	const said: string[] = [];
	const say = (id: string, values?: Readonly<Record<string, string | number>>) => said.push(values ? `${id} ${values.link}` : id);
	const first = await serve(program, { ...quiet, port: 0, say });
	expect(said).toEqual([`cli.web.ready ${first.link}`, 'cli.web.howToStop']);
	const redirect = await fetch(first.link, { redirect: 'manual' });
	expect(redirect.status).toBe(303);
	const cookie = redirect.headers.get('set-cookie')?.split(';')[0] ?? '';
	expect(await (await fetch(new URL('/', first.link), { headers: { cookie } })).text()).toBe('the page');
	const second = await serve(program, { ...quiet, port: 0, say });
	expect(new URL(second.link).searchParams.get('secret')).not.toBe(new URL(first.link).searchParams.get('secret'));
	await Promise.all([first.close(), second.close()]);
	await expect(fetch(first.link)).rejects.toThrow();
});

it('has the engine load before a page asks for it', async () => {
	let started = 0;
	const training = { ...scriptTraining(), startEngine: () => void started++ };
	const serving = await serve({ ...program, openTraining: () => training }, { ...quiet, port: 0, say: () => undefined });
	expect(started).toBe(1);
	await serving.close();
});

it('words a port that is taken', async () => {
	const first = await serve(program, { ...quiet, port: 0, say: () => undefined });
	const port = Number(new URL(first.link).port);
	await expect(serve(program, { ...quiet, port, say: () => undefined })).rejects.toMatchObject({
		userMessage: { id: 'cli.web.portTaken', values: { port: String(port) } },
	});
	await first.close();
});
