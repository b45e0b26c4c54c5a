import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import { findTemplate } from '../templates/templates.ts';
import { networkDepth } from './depth.ts';

describe('networkDepth', () => {
	const depths: readonly [template: string, depth: number][] = [
		['lenet-5', 5],
		['one-conv', 2],
		['perceptron', 2],
		['mini-vgg', 6],
		// As their names say (He et al. 2015), copies of repeated blocks counted.
		['resnet-18', 18],
		['resnet-20', 20],
		['resnet-34', 34],
		['resnet-50', 50],
	];
	for (const [name, depth] of depths) {
		it(`counts ${depth} layers with a kernel in ${name}`, () => {
			const document = findTemplate(name)?.build();
			if (!document) throw new Error('expected the template');
			expect(networkDepth(document, inferShapes(document, { dataset: null }))).toBe(depth);
		});
	}
});
