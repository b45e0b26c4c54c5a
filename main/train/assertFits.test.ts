import { expect, it } from 'vitest';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { assertFits } from './assertFits.ts';

function refusalOf(template: string, memoryLimit: number | null, batchSize: number): string | null {
	const document = findTemplate(template)?.build();
	const planned = document && buildPlan(document, { dataset: null });
	if (!planned?.ok) throw new Error('the template has no plan');
	try {
		assertFits({ memoryLimit, name: 'wasm' }, planned.value, { batchSize, optimizer: 'adam' });
		return null;
	} catch (error) {
		return error instanceof Problem ? words.text(error.userMessage) : String(error);
	}
}

it('names the layer with the largest answers where a batch is too large for the engine', () => {
	// 224 × 224 × 64 values × 4 bytes × 6 copies × 64 images, and 36,928 weights × 4 bytes × 8 copies.
	expect(refusalOf('vgg-16', 3 * 2 ** 30, 64)).toContain(
		'the engine WebAssembly holds 3,221 MB at most. conv 2 needs most: 4,934 MB, with its 36,928 weights. Choose a smaller batch size, or make conv 2 smaller.',
	);
});

it('names the layer with the most weights where they are what does not fit', () => {
	// 25,088 × 4,096 + 4,096 weights × 4 bytes × 8 copies, and 4,096 answers × 4 bytes × 6 copies.
	expect(refusalOf('vgg-16', 2_000_000_000, 1)).toContain('dense 1 needs most: 3,288 MB, with its 102,764,544 weights.');
});

it('lets pass what fits, and everything on an engine without a limit', () => {
	expect(refusalOf('lenet-5', 3 * 2 ** 30, 64)).toBeNull();
	expect(refusalOf('vgg-19', null, 4096)).toBeNull();
});
