import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Every value times `scale` plus `offset`: `[28, 28, 1]` keeps its size. */
export const rescaling = defineLayer({
	kind: 'rescaling',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Rescaling',
		nodeName: 'rescale',
		summary: 'Stretches and shifts all values by fixed numbers.',
		explanation:
			'Every value is multiplied by one fixed number and another is added. Pixels come in between 0 and 1; scale 2 and offset −1 spread them from −1 to 1, around zero, where most layers learn more easily. Nothing is learned here.',
		synonyms: ['scale', 'standardize', 'preprocessing', 'range'],
		card: ['x·{scale} {sign} {offset}', 'every value'],
		words: {
			'scale.label': 'Scale',
			'scale.help': 'Every value is multiplied by this.',
			'offset.label': 'Offset',
			'offset.help': 'Added after multiplying.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: ({ scale, offset }) => ({ scale, offset: Math.abs(offset), sign: offset < 0 ? '−' : '+' }),
	targets,
});
