import { isMapShape } from '../../tensor/shape.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { needsMap, onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Divides every value by the strength of its neighbours in the channels (Krizhevsky 2012): `[55, 55, 96]` keeps its size. */
export const localResponseNorm = defineLayer({
	kind: 'localResponseNorm',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Local response',
		nodeName: 'response norm',
		summary: 'Strong values hold their neighbours in the channels down.',
		explanation:
			'Every value is divided by the strength of a few channels around it at the same place, so that a strong answer holds the others down, as neighbouring nerve cells do. AlexNet used it; since batch normalization it is rarely seen. It has nothing to learn.',
		synonyms: ['LRN', 'local response normalization', 'AlexNet', 'lateral inhibition'],
		card: ['{window, plural, one {# channel} other {# channels}}', 'β {beta}'],
		words: {
			'depthRadius.label': 'Radius',
			'depthRadius.help': 'Channels to either side that count: 2 looks at five.',
			'bias.label': 'k',
			'bias.help': 'Added to the sum, so that weak places are left as they are.',
			'alpha.label': 'α',
			'alpha.help': 'How much the squares of the neighbours count.',
			'beta.label': 'β',
			'beta.help': 'Exponent of the divisor: 0 changes nothing.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => {
		const input = onlyInput(inputs);
		return isMapShape(input) ? shaped(input) : refused(needsMap(input));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: ({ depthRadius, beta }) => ({ window: 2 * depthRadius + 1, beta }),
	targets,
});
