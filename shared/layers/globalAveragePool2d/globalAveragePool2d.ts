import { isMapShape } from '../../tensor/shape.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { targets } from './targets.ts';

/** The mean of every feature map: `[5, 5, 16]` → `[16]`. */
export const globalAveragePool2d = defineLayer({
	kind: 'globalAveragePool2d',
	category: 'pooling',
	icon: 'pooling',
	text: {
		title: 'Global average',
		nodeName: 'global average',
		summary: 'One mean per feature map: a map becomes a short vector.',
		explanation:
			'Every feature map is reduced to a single number, its mean: how much of that feature is in the picture, wherever it is. The vector is as long as the map is deep, so the dense layer after it needs few weights and the picture may have any size. Where things are is lost.',
		synonyms: ['global average pooling', 'GAP', 'mean', 'adaptive average pooling'],
		card: ['mean of each map', 'map to vector'],
	},
	inputs: [{ name: 'in' }],
	outputs: [{ name: 'out' }],
	fields: {},
	inferShape: (_config, inputs) => {
		const input = onlyInput(inputs);
		return isMapShape(input) ? shaped([input[2]]) : refused(needsMap(input));
	},
	weights: () => [],
	multiplyAdds: () => 0,
	sight: () => ({ kind: 'whole' }),
	formula: (_config, inputs) => {
		const channels = onlyMap(inputs)[2];
		return { ...noFormula, size: [line('values', [term('c', channels, { part: 'input' })], channels)] };
	},
	cardValues: () => ({}),
	targets,
});
