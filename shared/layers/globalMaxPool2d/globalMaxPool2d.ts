import { isMapShape } from '../../tensor/shape.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { targets } from './targets.ts';

/** The largest value of every feature map: `[5, 5, 16]` → `[16]`. */
export const globalMaxPool2d = defineLayer({
	kind: 'globalMaxPool2d',
	category: 'pooling',
	icon: 'pooling',
	text: {
		title: 'Global max',
		nodeName: 'global max',
		summary: 'The strongest answer of every feature map.',
		explanation:
			'Every feature map is reduced to its largest value: was the feature found anywhere in the picture? The vector is as long as the map is deep. A single strong answer counts, however small it is in the picture; how often and where is lost.',
		synonyms: ['global max pooling', 'maximum', 'adaptive max pooling'],
		card: ['maximum of each map', 'map to vector'],
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
