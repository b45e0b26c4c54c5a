import { describe, expect, it } from 'vitest';
import { graphDocumentSchema } from '../graph/document.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { english } from '../text/en/english.ts';
import { findTemplate, templates } from './templates.ts';

function inferred(name: string) {
	const template = findTemplate(name);
	if (!template) throw new Error(`No template ${name}.`);
	return inferShapes(template.build(), { dataset: null });
}

describe('every template', () => {
	for (const template of templates) {
		describe(template.name, () => {
			const document = template.build('id-1');
			const inference = inferShapes(document, { dataset: null });

			it('is a valid document under the id it is given', () => {
				expect(graphDocumentSchema.safeParse(document).error).toBeUndefined();
				expect(document.id).toBe('id-1');
			});

			it('has nothing to complain about', () => {
				expect(inference.diagnostics.map(({ code, place }) => [code, place])).toEqual([]);
			});

			it('uses every node', () => {
				expect(inference.included.size).toBe(document.nodes.length);
			});

			it('gives each card a place of its own', () => {
				expect(new Set(document.nodes.map(({ position }) => `${position.x} ${position.y}`)).size).toBe(document.nodes.length);
			});

			it('has a title and a summary', () => {
				expect(english[template.title.id]).toBeTypeOf('string');
				expect(english[template.summary.id]).toBeTypeOf('string');
			});
		});
	}
});

describe('LeNet-5', () => {
	// LeCun 1998 with the full connection table: 156 + 2,416 + 48,120 + 10,164 + 850.
	it('has 61,706 weights', () => {
		expect(inferred('lenet-5').totals.weights).toBe(61_706);
	});

	it('takes 416,520 multiply-adds and a file of 246,824 bytes', () => {
		expect(inferred('lenet-5').totals.multiplyAdds).toBe(416_520);
		expect(inferred('lenet-5').totals.fileBytes).toBe(246_824);
	});

	it('shrinks 28 × 28 to 5 × 5 × 16 and then to ten classes', () => {
		const { nodes, order } = inferred('lenet-5');
		expect(order.map((id) => nodes.get(id)?.output)).toEqual([
			[28, 28, 1],
			[28, 28, 6],
			[14, 14, 6],
			[10, 10, 16],
			[5, 5, 16],
			[400],
			[120],
			[84],
			[10],
		]);
	});

	it('stands in two rows whose columns are aligned', () => {
		expect(
			findTemplate('lenet-5')
				?.build()
				.nodes.map(({ position, name }) => [name, position.x, position.y]),
		).toEqual([
			['input', 0, 0],
			['conv 1', 184, 0],
			['pool 1', 368, 0],
			['conv 2', 552, 0],
			['pool 2', 736, 0],
			['flatten', 0, 312],
			['dense 1', 184, 312],
			['dense 2', 368, 312],
			['output', 552, 312],
		]);
	});
});
