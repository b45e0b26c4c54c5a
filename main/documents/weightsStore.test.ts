import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphDocument } from '#shared/graph/document.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import { toDocumentWeights } from '#shared/plan/startWeights.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { DocumentFiles } from './documentFiles.ts';
import { WeightsStore } from './weightsStore.ts';

let folder = '';
let store: WeightsStore;
let files: DocumentFiles;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-store-'));
	store = new WeightsStore(join(folder, 'weights'));
	files = new DocumentFiles(undefined, undefined, store);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lenet = lenet5.build('lenet');

async function withWeights(seed: number): Promise<GraphDocument> {
	const planned = buildPlan(lenet, { dataset: null });
	if (!planned.ok) throw new Error('lenet');
	const sha256 = await store.put(toDocumentWeights(planned.value, initialWeights({ ...planned.value, seed })));
	return { ...lenet, weights: { file: 'model.weights.safetensors', sha256 } };
}

const another = (name: string) => new WeightsStore(join(folder, name));

describe('the weights of a document', () => {
	it('go along with Save As, and are found by another program beside the file', async () => {
		const document = await withWeights(1);
		await files.save(join(folder, 'net.loom.json'), document, false);
		await files.save(join(folder, 'copy.loom.json'), document, false);
		const elsewhere = another('other');
		const opened = await new DocumentFiles(undefined, undefined, elsewhere).open(join(folder, 'copy.loom.json'));
		expect(opened.repairs).toEqual([]);
		expect(opened.document.weights).toEqual({ file: 'copy.weights.safetensors', sha256: document.weights?.sha256 });
		expect(await elsewhere.read(opened.document.weights ?? { file: '', sha256: '' })).toEqual(
			await store.read(document.weights ?? { file: '', sha256: '' }),
		);
	});

	it('never take the place of other weights', async () => {
		const path = join(folder, 'net.loom.json');
		await files.save(path, await withWeights(1), false);
		const before = await readFile(join(folder, 'net.weights.safetensors'));
		await files.save(path, await withWeights(2), true);
		expect(await readFile(join(folder, 'net.weights.safetensors'))).toEqual(before);
		expect((await files.open(path)).document.weights?.file).toMatch(/^net\.[0-9a-f]{8}\.weights\.safetensors$/);
	});

	it('that are gone or damaged are told when the document opens, which it does all the same', async () => {
		const path = join(folder, 'net.loom.json');
		await files.save(path, await withWeights(1), false);
		const place = join(folder, 'net.weights.safetensors');
		const idOf = async (name: string) => {
			const { repairs, document } = await new DocumentFiles(undefined, undefined, another(name)).open(path);
			expect(document.nodes).toEqual(lenet.nodes);
			return repairs.map(({ message }) => message.id);
		};
		await writeFile(place, (await readFile(place)).subarray(0, 20));
		expect(await idOf('a')).toEqual(['documents.problem.weightsDamaged']);
		await rm(place);
		expect(await idOf('b')).toEqual(['documents.problem.weightsMissing']);
	});

	it('that no document asks for are removed after a month, the others never', async () => {
		const used = await withWeights(1);
		await withWeights(2);
		const later = Date.now() + 31 * 24 * 3600 * 1000;
		await store.prune([used], Date.now());
		expect(await readdir(join(folder, 'weights'))).toHaveLength(2);
		await store.prune([used], later);
		expect(await readdir(join(folder, 'weights'))).toEqual([`${used.weights?.sha256}.safetensors`]);
	});
});
