import { countValues } from '../../tensor/shape.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, product, term } from '../formulaParts.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { targets } from './targets.ts';

/** All values in one row, channels fastest: `[5, 5, 16]` → `[400]`. */
export const flatten = defineLayer({
	kind: 'flatten',
	category: 'dense',
	colour: 'size',
	icon: 'flatten',
	text: {
		title: 'Flatten',
		nodeName: 'flatten',
		summary: 'Writes all values of a map in one row.',
		explanation:
			'A dense layer takes one row of numbers. Flatten writes the map row by row into such a vector and keeps every value, so the layers after it still know where each one was. The vector is as long as the map has values, which makes the next dense layer large.',
		synonyms: ['vector', 'reshape', 'unroll'],
		card: ['map to vector', '{isKnown, select, yes {{input}} other {all values}}'],
	},
	...oneToOne,
	fields: {},
	inferShape: (_config, inputs) => shaped([countValues(onlyInput(inputs))]),
	...withoutCost,
	sight: () => ({ kind: 'whole' }),
	formula: (_config, inputs, output) => {
		const input = onlyInput(inputs);
		const letters = input.length === 3 ? ['n', 'm', 'c'] : ['inputs'];
		const factors = input.map((dim, axis) =>
			term(letters[axis] ?? 'inputs', dim, { part: 'input', ...(axis < 2 && input.length === 3 ? { role: 'size' } : {}) }),
		);
		return { ...noFormula, size: [line('values', product(...factors), countValues(output))] };
	},
	cardValues: (_config, _context, sizes) => (sizes ? { isKnown: 'yes', input: sizes.inputs[0] ?? [] } : { isKnown: 'no', input: null }),
	targets,
});
