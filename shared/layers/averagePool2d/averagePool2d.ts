import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { poolCardValues, poolFormula, poolSettings } from '../pooling.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, inferSliding } from '../slidingWindow.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** The mean of every window: `[28, 28, 6]`, 2 × 2 → `[14, 14, 6]`. Padding counts only where asked for. */
export const averagePool2d = defineLayer({
	kind: 'averagePool2d',
	category: 'pooling',
	icon: 'pooling',
	text: {
		title: 'Average pooling',
		nodeName: 'pool',
		summary: 'Replaces every patch by its mean and makes the map smaller.',
		explanation:
			'Each window hands on the mean of its values, so that every one of them counts a little. The map shrinks and grows smoother; single strong answers are thinned out, which max pooling would keep. LeNet used it. It has nothing to learn.',
		synonyms: ['mean pooling', 'avgpool', 'subsampling', 'downsampling'],
		card: [
			'mean · {pool}',
			'{isStrided, select, yes {stride {strides}} other {stride 1}}{padding, select, valid {} other { · {paddingWord}}}',
		],
		words: {
			'countPadding.label': 'Count the padding',
			'countPadding.help': 'On: zeros of the padding pull the mean at the rim down. Off: the mean is taken over real values alone.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs, context) => inferSliding(poolSettings(config, !config.countPadding), inputs, context),
	...withoutCost,
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(poolSettings(config, false), onlyMap(inputs)) }),
	formula: (config, inputs) => poolFormula(poolSettings(config, false), inputs),
	cardValues: (config) => poolCardValues(config),
	targets,
});
