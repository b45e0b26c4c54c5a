import { oneToOne } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { channelsOf, scaleAndShift, scaleAndShiftFormula } from '../normalizationParts.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Brings the channels of every place to mean 0 and variance 1 (Ba, Kiros and Hinton 2016): `[14, 14, 32]` keeps its size. */
export const layerNorm = defineLayer({
	kind: 'layerNorm',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Layer normalization',
		nodeName: 'layer norm',
		summary: 'Keeps the values of every sample in a steady range, whatever the batch.',
		explanation:
			'Mean and variance are taken over the channels, at every place of every sample by itself, so that no sample depends on the others in its batch. Then the layer learns by how much to stretch (gamma) and to shift (beta) each channel. It works the same in training and afterwards, and with batches of one.',
		synonyms: ['LN', 'layernorm', 'normalisation', 'transformer'],
		card: [
			'per place',
			'{scaled, select, yes {{centred, select, yes {scale and shift} other {scale}}} other {{centred, select, yes {shift} other {no weights}}}}',
		],
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	weights: (config, inputs) => scaleAndShift(config, channelsOf(inputs)),
	multiplyAdds: () => 0,
	sight: () => ({ kind: 'point' }),
	formula: scaleAndShiftFormula,
	cardValues: (config) => ({ scaled: config.scale ? 'yes' : 'no', centred: config.center ? 'yes' : 'no' }),
	targets,
});
