import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { poolCardValues, poolFields, poolFormula, poolSettings } from '../pooling.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, inferSliding } from '../slidingWindow.ts';
import { targets } from './targets.ts';

/** The largest value of every window: `[28, 28, 6]`, 2 × 2 → `[14, 14, 6]`. Padding never wins. */
export const maxPool2d = defineLayer({
	kind: 'maxPool2d',
	category: 'pooling',
	icon: 'pooling',
	text: {
		title: 'Max pooling',
		nodeName: 'pool',
		summary: 'Keeps the strongest answer of every patch and makes the map smaller.',
		explanation:
			'Each window hands on only its largest value: whether a feature was found there, not exactly where. The map shrinks, later layers have less to compute, and a feature that moves by a pixel gives the same answer. It has nothing to learn. Its stride is the size of the window unless you set another.',
		synonyms: ['maximum pooling', 'subsampling', 'downsampling', 'maxpool', 'translation invariance'],
		card: [
			'max · {pool}',
			'{isStrided, select, yes {stride {strides}} other {stride 1}}{padding, select, valid {} other { · {paddingWord}}}',
		],
	},
	...oneToOne,
	fields: poolFields,
	inferShape: (config, inputs, context) => inferSliding(poolSettings(config, true), inputs, context),
	...withoutCost,
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(poolSettings(config, true), onlyMap(inputs)) }),
	formula: (config, inputs) => poolFormula(poolSettings(config, true), inputs),
	cardValues: (config) => poolCardValues(config),
	targets,
});
