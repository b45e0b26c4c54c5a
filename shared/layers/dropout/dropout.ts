import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Sets a random share of the values to zero while training (Srivastava et al. 2014): `[120]` keeps its size. */
export const dropout = defineLayer({
	kind: 'dropout',
	category: 'dropout',
	icon: 'dropout',
	text: {
		title: 'Dropout',
		nodeName: 'dropout',
		summary: 'Switches off random values while training, against learning by heart.',
		explanation:
			'In every step a random share of the values is set to zero and the others are raised so that their sum stays the same. No value can rely on another one being there, so the network memorizes less. Too much of it and the network learns too little. When the network answers, nothing is dropped. It works best among dense layers; for feature maps take spatial dropout.',
		synonyms: ['regularization', 'drop', 'overfitting'],
		card: ['drops {share, number, percent}', 'while training'],
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: (config) => ({ share: config.rate }),
	targets,
});
