import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Adds random numbers around 0 while training: `[28, 28, 1]` keeps its size. */
export const gaussianNoise = defineLayer({
	kind: 'gaussianNoise',
	category: 'dropout',
	icon: 'dropout',
	text: {
		title: 'Gaussian noise',
		nodeName: 'noise',
		summary: 'Shakes the values a little while training.',
		explanation:
			'In every step a small random number is added to each value, most of them within one standard deviation of zero. The network never sees quite the same picture twice, so it cannot learn single pixels by heart. When the network answers, no noise is added.',
		synonyms: ['noise', 'regularization', 'augmentation', 'jitter'],
		card: ['± {stddev}', 'while training'],
		words: {
			'stddev.label': 'Standard deviation',
			'stddev.help': 'How strong the noise is: two values in three are changed by less than this.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: ({ stddev }) => ({ stddev }),
	targets,
});
