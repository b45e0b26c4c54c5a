import { message } from '../../text/message.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type LayerProblem } from '../defineLayer.ts';
import { channelsOf, scaleAndShift, scaleAndShiftFormula } from '../normalizationParts.ts';
import { onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Brings groups of channels to mean 0 and variance 1, for every sample (Wu and He 2018): `[14, 14, 32]` keeps its size. */
export const groupNorm = defineLayer({
	kind: 'groupNorm',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Group normalization',
		nodeName: 'group norm',
		summary: 'Keeps groups of channels in a steady range, whatever the batch.',
		explanation:
			'The channels are split into groups, and mean and variance are taken over each group and all places, for every sample by itself. It stands between layer normalization, one group, and treating every channel alone. As it does not look at the batch, it works with small batches, where batch normalization has too little to go by.',
		synonyms: ['GN', 'groupnorm', 'instance normalization', 'normalisation'],
		card: [
			'{groups, plural, one {# group} other {# groups}}',
			'{scaled, select, yes {{centred, select, yes {scale and shift} other {scale}}} other {{centred, select, yes {shift} other {no weights}}}}',
		],
		words: {
			'groups.help': 'Channels are split into this many groups. Must divide the channels.',
			'diagnostic.groupsDoNotDivide.text':
				'Every group takes an equal share of the channels, but {channels, plural, one {# channel} other {# channels}} cannot be split into {groups, number}.',
			'fix.fittingGroups.label': 'Use {groups, plural, one {# group} other {# groups}}',
			'fix.fittingGroups.detail': '{groups, number} divides {channels, plural, one {# channel} other {# channels}}.',
		},
	},
	...oneToOne,
	fields,
	inferShape: ({ groups }, inputs) => {
		const channels = channelsOf(inputs);
		return channels % groups === 0 ? shaped(onlyInput(inputs)) : refused(groupsDoNotDivide(groups, channels));
	},
	weights: (config, inputs) => scaleAndShift(config, channelsOf(inputs)),
	multiplyAdds: () => 0,
	sight: () => ({ kind: 'point' }),
	formula: scaleAndShiftFormula,
	cardValues: (config) => ({ groups: config.groups, scaled: config.scale ? 'yes' : 'no', centred: config.center ? 'yes' : 'no' }),
	targets,
});

function groupsDoNotDivide(groups: number, channels: number): LayerProblem {
	let fitting = Math.min(groups, channels);
	while (channels % fitting !== 0) fitting--;
	const values = { groups: fitting, channels };
	return {
		code: 'groupsDoNotDivide',
		severity: 'error',
		field: 'groups',
		values: { groups, channels },
		fixes: [
			{
				kind: 'setConfig',
				id: 'fittingGroups',
				label: message('layer.groupNorm.fix.fittingGroups.label', values),
				detail: message('layer.groupNorm.fix.fittingGroups.detail', values),
				config: { groups: fitting },
			},
		],
	};
}
