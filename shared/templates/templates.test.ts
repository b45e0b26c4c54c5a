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
				expect(inference.diagnostics.filter(({ severity }) => severity !== 'note').map(({ code, place }) => [code, place])).toEqual([]);
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

describe('the classic networks', () => {
	// Weight counts of the papers' networks as torchvision and Keras publish them; of the ResNets, the trainable ones.
	const counts: readonly [name: string, weights: number, trainable: number][] = [
		['alexnet', 61_100_840, 61_100_840],
		['alexnet-2012', 60_965_224, 60_965_224],
		// He et al. 2015 §4.2; 688 channels are normalized.
		['resnet-20', 269_722 + 1_376, 269_722],
		['vgg-11', 132_863_336, 132_863_336],
		['vgg-16', 138_357_544, 138_357_544],
		['vgg-19', 143_667_240, 143_667_240],
		// Moving means and variances: two for each of 4,800, 8,512 and 26,560 normalized channels.
		['resnet-18', 11_689_512 + 9_600, 11_689_512],
		['resnet-34', 21_797_672 + 17_024, 21_797_672],
		['resnet-50', 25_557_032 + 53_120, 25_557_032],
	];
	for (const [name, weights, trainableWeights] of counts) {
		it(`${name} has ${weights} weights, ${trainableWeights} of them trainable`, () => {
			expect(inferred(name).totals).toMatchObject({ weights, trainableWeights });
		});
	}

	it('ResNet-34 repeats its blocks as the table of the paper does', () => {
		// He et al. 2015, table 1: 3, 4, 6 and 3 blocks; the first of each later stage halves the size.
		const groups = findTemplate('resnet-34')
			?.build()
			.groups.map(({ name, repeat }) => [name, repeat]);
		expect(groups).toEqual([
			['conv2_x', 3],
			['conv3_1', 1],
			['conv3_x', 3],
			['conv4_1', 1],
			['conv4_x', 5],
			['conv5_1', 1],
			['conv5_x', 2],
		]);
	});

	it('residual networks come down to 7 × 7 before they are averaged', () => {
		for (const [name, channels] of [
			['resnet-18', 512],
			['resnet-50', 2048],
		] as const) {
			const { nodes } = inferred(name);
			expect(nodes.get('globalAveragePool2d-1')?.inputs).toEqual([[7, 7, channels]]);
		}
	});

	it('VGG-16 sees 212 pixels at its last pooling', () => {
		expect(inferred('vgg-16').nodes.get('maxPool2d-5')?.receptiveField?.height).toMatchObject({ size: 212, jump: 32 });
	});

	it('AlexNet sees 195 pixels at its last pooling', () => {
		expect(inferred('alexnet').nodes.get('maxPool2d-3')?.receptiveField?.height).toMatchObject({ size: 195, jump: 32 });
	});
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
