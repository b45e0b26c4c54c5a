import { message } from '../../text/message.ts';
import { oneToOne, withoutCost } from '../commonParts.ts';
import { defineLayer, type LayerProblem } from '../defineLayer.ts';
import type { ConfigOf } from '../fields.ts';
import { channelsOf } from '../normalizationParts.ts';
import { onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields, type NormalizationFields } from './fields.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<NormalizationFields>;
type Name = keyof Config;

/** (x − mean) / deviation with the numbers of the data: `[32, 32, 3]` keeps its size. */
export const normalization = defineLayer({
	kind: 'normalization',
	category: 'normalization',
	icon: 'normalization',
	text: {
		title: 'Normalization',
		nodeName: 'normalize',
		summary: 'Takes the mean of the data away and divides by its spread.',
		explanation:
			'The mean of the data is taken away from every value, and the rest is divided by the standard deviation, so that what comes in lies around 0 with a spread of 1. The numbers are measured once on the training images and stay fixed, for each channel or for all alike. Networks trained on other pictures must be fed with the numbers of those.',
		synonyms: ['standardize', 'mean', 'standard deviation', 'z-score', 'ImageNet mean', 'preprocessing'],
		card: ['mean {mean}', 'deviation {deviation}'],
		words: {
			'mean.label': 'Mean',
			'mean.help': 'Taken away from every value: one number, or one per channel.',
			'deviation.label': 'Standard deviation',
			'deviation.help': 'Every value is divided by it: one number above 0, or one per channel.',
			'diagnostic.countDiffers.title': 'One number, or one per channel',
			'diagnostic.countDiffers.text':
				'{found, plural, one {# number stands} other {# numbers stand}} here, but {channels, plural, one {# channel comes} other {# channels come}} in.',
			'diagnostic.deviationNotPositive.title': 'Divides by nothing',
			'diagnostic.deviationNotPositive.text': 'A standard deviation is above 0; {found} would divide by nothing, or turn the values round.',
			'fix.oneForAll.label': 'Use one for all',
			'fix.oneForAll.detail': 'The first number serves every channel.',
			'fix.deviationOne.label': 'Divide by 1',
			'fix.deviationOne.detail': 'Only the mean is taken away.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs) => {
		const channels = channelsOf(inputs);
		const problems = [countDiffers(config, channels), notPositive(config)];
		const found = problems.filter((problem) => problem !== null);
		return found.length > 0 ? refused(...found) : shaped(onlyInput(inputs));
	},
	...withoutCost,
	sight: () => ({ kind: 'point' }),
	cardValues: ({ mean, deviation }) => ({ mean: mean.flat().join(' '), deviation: deviation.flat().join(' ') }),
	targets,
});

function countDiffers(config: Config, channels: number): LayerProblem | null {
	const names: readonly Name[] = ['mean', 'deviation'];
	const differing = names.filter((name) => {
		const [row = [], ...more] = config[name];
		return more.length > 0 || (row.length !== 1 && row.length !== channels);
	});
	const [first] = differing;
	if (!first) return null;
	return {
		code: 'countDiffers',
		severity: 'error',
		field: first,
		values: { found: config[first].flat().length, channels },
		fixes: [fix('oneForAll', Object.fromEntries(differing.map((name) => [name, [[config[name][0]?.[0] ?? 1]]])))],
	};
}

function notPositive({ deviation }: Config): LayerProblem | null {
	const wrong = deviation.flat().find((value) => value <= 0);
	if (wrong === undefined) return null;
	return {
		code: 'deviationNotPositive',
		severity: 'error',
		field: 'deviation',
		values: { found: wrong },
		fixes: [fix('deviationOne', { deviation: [[1]] })],
	};
}

function fix(id: string, config: Readonly<Record<string, readonly (readonly number[])[]>>) {
	const word = (part: string) => message(`layer.normalization.fix.${id}.${part}`);
	const copied = Object.fromEntries(Object.entries(config).map(([name, rows]) => [name, rows.map((row) => [...row])]));
	return { kind: 'setConfig' as const, id, label: word('label'), detail: word('detail'), config: copied };
}
