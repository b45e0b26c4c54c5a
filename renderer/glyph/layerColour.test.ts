import { describe, expect, it } from 'vitest';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { layerColour } from '#shared/picture/layerColour.ts';
import { kindColour } from './layerColour.ts';

describe('layerColour', () => {
	it('takes the colour of the category where a kind has none of its own', () => {
		expect(layerColour(layerDefinition('conv2d'))).toBe('convolution');
	});

	it('draws flatten grey, although it stands among the dense layers', () => {
		expect(kindColour('flatten')).toBe('var(--category-size)');
	});

	it('draws a kind that this version does not know in grey', () => {
		expect(kindColour('kind of tomorrow')).toBe('var(--category-size)');
	});
});
