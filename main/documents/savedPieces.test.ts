import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '#shared/graph/create.ts';
import { pieces } from '#shared/pieces/pieces.ts';
import { SavedPieces } from './savedPieces.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-pieces-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function piece(name: string) {
	const body = pieces.find((candidate) => candidate.name === 'residual')?.build(null);
	if (!body) throw new Error('no residual block');
	return {
		name,
		savedAt: '2030-01-01T00:00:00.000Z',
		document: { ...createDocument({ id: 'p', name }), ...body.document },
		inputs: body.inputs,
	};
}

describe('saved pieces', () => {
	it('come back whole in another program, by name', async () => {
		const store = new SavedPieces(folder);
		const second = await store.save(piece('stage 10'));
		const first = await store.save(piece('stage 2'));
		expect(await new SavedPieces(folder).list()).toEqual([
			{ ...piece('stage 2'), id: first },
			{ ...piece('stage 10'), id: second },
		]);
	});

	it('are renamed and removed by their id', async () => {
		const store = new SavedPieces(folder);
		const id = await store.save(piece('stem'));
		await store.rename(id, 'my stem');
		expect(await store.list()).toMatchObject([{ id, name: 'my stem', inputs: piece('stem').inputs }]);
		await store.remove(id);
		expect(await readdir(folder)).toEqual([]);
		await expect(store.rename(id, 'again')).rejects.toMatchObject({ userMessage: { id: 'pieces.problem.gone' } });
	});

	it('leave a damaged file alone and list the others', async () => {
		const store = new SavedPieces(folder);
		await store.save(piece('stem'));
		const damaged = '00000000-0000-4000-8000-000000000000.json';
		await writeFile(join(folder, damaged), '{"name":"x"');
		expect(await store.list()).toHaveLength(1);
		expect(await readdir(folder)).toContain(damaged);
	});

	it('are none on a new machine', async () => {
		expect(await new SavedPieces(join(folder, 'none')).list()).toEqual([]);
	});
});
