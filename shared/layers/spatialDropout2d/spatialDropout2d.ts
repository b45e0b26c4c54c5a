import { isMapShape } from '../../tensor/shape.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { fields } from '../dropout/fields.ts';
import { needsMap, onlyInput, refused, shaped } from '../shapeProblems.ts';
import { targets } from './targets.ts';

/** Sets a random share of whole feature maps to zero while training (Tompson et al. 2015): `[14, 14, 32]` keeps its size. */
export const spatialDropout2d = defineLayer({
	kind: 'spatialDropout2d',
	category: 'dropout',
	icon: 'dropout',
	text: {
		title: 'Spatial dropout',
		nodeName: 'spatial dropout',
		summary: 'Switches off whole feature maps while training.',
		explanation:
			'Neighbouring values of a feature map say nearly the same, so dropping single ones teaches little: the neighbour still tells. This layer drops whole maps instead, a random share of them in every step, so that the network learns not to depend on one feature. When the network answers, nothing is dropped.',
		synonyms: ['regularization', 'dropout2d', 'feature map dropout', 'overfitting'],
		card: ['drops {share, number, percent}', 'of the maps'],
		words: { 'rate.help': 'Share of the feature maps that is switched off in every step.' },
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => {
		const input = onlyInput(inputs);
		return isMapShape(input) ? shaped(input) : refused(needsMap(input));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: (config) => ({ share: config.rate }),
	targets,
});
