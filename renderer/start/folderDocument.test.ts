import { describe, expect, it } from 'vitest';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { folderDocument } from './folderDocument.ts';

const leaves: DatasetDescription = {
	reference: { kind: 'folder', path: '/pictures/leaves', size: null },
	title: 'leaves',
	shape: null,
	classes: ['ash', 'beech', 'oak'],
	counts: { train: 90, test: 30 },
	problems: [],
	problemCount: 0,
	credit: null,
};

describe('folderDocument', () => {
	it('makes a network with one answer per class, on the folder, under its name', () => {
		const document = folderDocument(leaves, 'd1');
		const inference = inferShapes(document, { dataset: leaves });
		expect(document).toMatchObject({ id: 'd1', name: 'leaves', dataset: leaves.reference });
		expect(inference.outputShape).toEqual([3]);
		expect(inference.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('takes the size of the pictures where they agree', () => {
		const same = { ...leaves, shape: [64, 48, 3] };
		expect(inferShapes(folderDocument(same, 'd1'), { dataset: same }).inputShape).toEqual([64, 48, 3]);
	});

	it('reads grey pictures in grey', () => {
		const grey = { ...leaves, shape: [28, 28, 1] };
		expect(inferShapes(folderDocument(grey, 'd1'), { dataset: grey }).inputShape).toEqual([28, 28, 1]);
	});
});
