import { isMapShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { spellStrides } from '../cardText.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, product, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Makes a map larger without weights: `[14, 14, 32]` by 2 → `[28, 28, 32]`. */
export const upSampling2d = defineLayer({
	kind: 'upSampling2d',
	category: 'size',
	icon: 'size',
	text: {
		title: 'Up-sampling',
		nodeName: 'up',
		summary: 'Makes a map larger by repeating or blending its values.',
		explanation:
			'Nearest repeats every value in a small block; bilinear blends neighbours, so that the result is smooth. The map grows, but nothing new is in it; a convolution after it can sharpen it. It has nothing to learn, unlike a transposed convolution.',
		synonyms: ['resize', 'enlarge', 'interpolation', 'unpooling', 'decoder'],
		card: ['×{factor}', '{interpolation}'],
		words: {
			'size.label': 'Factor',
			'size.help': 'How many times as wide and as high the map becomes.',
			'interpolation.label': 'New values',
			'interpolation.help': 'Nearest repeats every value, bilinear blends neighbours.',
			'interpolation.option.nearest': 'nearest',
			'interpolation.option.bilinear': 'bilinear',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ size }, inputs) => {
		const input = onlyInput(inputs);
		return isMapShape(input) ? shaped([input[0] * size[0], input[1] * size[1], input[2]]) : refused(needsMap(input));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	formula: ({ size }, inputs, output) => {
		const input = onlyMap(inputs);
		const axis = (label: string, letter: string, cells: number, factor: number, result: number | undefined) =>
			line(label, product(term(letter, cells, { role: 'size', part: 'input' }), term('factor', factor, { field: 'size' })), result ?? null);
		return { ...noFormula, size: [axis('width', 'm', input[1], size[1], output[1]), axis('height', 'n', input[0], size[0], output[0])] };
	},
	cardValues: ({ size, interpolation }) => ({
		factor: spellStrides(size),
		interpolation: message(`layer.upSampling2d.interpolation.option.${interpolation}`),
	}),
	targets,
});
