import { countValues, isMapShape, type MapShape, type TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { slidingCardValues, spellWindow } from '../cardText.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type LayerProblem, type WeightSpec } from '../defineLayer.ts';
import { type ConfigOf, MAX_SIZE } from '../fields.ts';
import type { FormulaBlock } from '../formula.ts';
import { denseInsteadLine, line, product, sign, term, windowSizeLines } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { checkWindow, geometryOf } from '../slidingWindow.ts';
import { biasWeight, initializerFor, maxNormConstraint } from '../weightFields.ts';
import { type ConvFields, FILTER_AXES, fields, slidingSettings } from './fields.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<ConvFields>;

/** Filters slid over all channels of a map: `[28, 28, 1]`, 6 filters of 5 × 5, `valid` → `[24, 24, 6]`. */
export const conv2d = defineLayer({
	kind: 'conv2d',
	category: 'convolution',
	icon: 'convolution',
	text: {
		title: 'Convolution 2-D',
		nodeName: 'conv',
		summary: 'Looks for small patterns everywhere in the picture.',
		explanation:
			'A filter is a small window of weights that slides over the input and adds up what lies under it, each value times its weight, through all channels at once. Where the picture matches the filter, the sum is large: the result is a feature map, one for every filter. The same weights are used at every place, so a pattern is found wherever it stands and few weights are enough. What the filters look for is learned: edges and spots in the first layers, and from these parts and whole things in later ones.',
		synonyms: ['convolution', 'conv', 'filter', 'kernel', 'feature extraction', 'convolutional layer', 'dot product', 'weight sharing'],
		card: [
			'{kernel} · {filters, plural, one {# filter} other {# filters}}',
			'{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
		],
		words: {
			'kernelSize.label': 'Kernel',
			'kernelSize.help': 'Width and height of the window that every filter looks through.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs, context) => {
		const input = onlyInput(inputs);
		if (!isMapShape(input)) return refused(needsMap(input));
		const ungrouped = groupsDoNotDivide(config, input);
		const checked = checkWindow(slidingSettings(config), input, context);
		if (!checked.ok) return refused(...(ungrouped ? [ungrouped] : []), ...checked.problem);
		if (ungrouped) return refused(ungrouped);
		const { height, width } = checked.value.geometry;
		return shaped([height.output, width.output, config.filters], checked.value.remarks);
	},
	weights,
	multiplyAdds: (config, inputs, output) => countValues(output) * valuesUnderWindow(config, onlyMap(inputs)),
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(slidingSettings(config), onlyMap(inputs)) }),
	formula,
	cardValues: (config) => ({
		kernel: spellWindow(config.kernelSize),
		filters: config.filters,
		...slidingCardValues(config),
		activation: config.activation,
	}),
	finalActivation: (config) => config.activation,
	targets,
});

/** Numbers that one filter adds up at one place: `5·5·3`. */
function valuesUnderWindow(config: Config, input: MapShape): number {
	return (config.kernelSize[0] * config.kernelSize[1] * input[2]) / config.groups;
}

function weights(config: Config, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	const [height, width] = config.kernelSize;
	const channels = onlyMap(inputs)[2] / config.groups;
	const kernel: WeightSpec = {
		name: 'kernel',
		shape: [height, width, channels, config.filters],
		layout: 'HWIO',
		initializer: initializerFor(config.kernelInitializer, {
			fanIn: height * width * channels,
			fanOut: height * width * config.filters,
		}),
		isTrainable: true,
		...maxNormConstraint(config.maxNorm, FILTER_AXES),
	};
	if (!config.useBias) return [kernel];
	return [kernel, biasWeight(config.filters)];
}

function groupsDoNotDivide(config: Config, input: MapShape): LayerProblem | null {
	const channels = input[2];
	const { groups, filters } = config;
	const isChannels = channels % groups !== 0;
	const isFilters = filters % groups !== 0;
	if (!isChannels && !isFilters) return null;
	let fitting = Math.min(groups, channels, filters);
	while (channels % fitting !== 0 || filters % fitting !== 0) fitting--;
	const rounded = filters + groups - (filters % groups);
	return {
		code: 'groupsDoNotDivide',
		severity: 'error',
		field: 'groups',
		values: { groups, channels, filters, which: isChannels && isFilters ? 'both' : isChannels ? 'channels' : 'filters' },
		fixes: [
			{
				kind: 'setConfig',
				id: 'fittingGroups',
				label: message('fix.fittingGroups.label', { groups: fitting }),
				detail: message('fix.fittingGroups.detail', { groups: fitting, channels, filters }),
				config: { groups: fitting },
			},
			...(isChannels || rounded > MAX_SIZE
				? []
				: [
						{
							kind: 'setConfig' as const,
							id: 'fittingFilters',
							label: message('fix.fittingFilters.label', { filters: rounded }),
							detail: message('fix.fittingFilters.detail', { groups, filters: rounded }),
							config: { filters: rounded },
						},
					]),
		],
	};
}

function formula(config: Config, inputs: readonly TensorShape[], output: TensorShape): FormulaBlock {
	const input = onlyMap(inputs);
	const geometry = geometryOf(slidingSettings(config), input);
	const [height, width] = config.kernelSize;
	const { filters, groups, useBias } = config;
	const kernelTerm = (symbol: string, size: number) => term(symbol, size, { role: 'kernel', field: 'kernelSize', part: 'window' });
	const filtersTerm = term('filters', filters, { role: 'kernel', field: 'filters', part: 'output' });
	const depth =
		groups === 1 ? term('c', input[2], { part: 'input' }) : term('c / groups', input[2] / groups, { field: 'groups', part: 'input' });
	const window = product(kernelTerm('a', width), kernelTerm('b', height), depth);
	const specs = weights(config, inputs);
	return {
		size: [
			...windowSizeLines(geometry, { window: 'kernelSize', strides: 'strides', padding: 'padding', dilationRate: 'dilationRate' }),
			line('depth', [filtersTerm], filters),
		],
		weights: line(
			'weights',
			useBias
				? [sign('('), ...window, sign('+'), term('1', 1, { field: 'useBias' }), sign(')'), sign('·'), filtersTerm]
				: [...window, sign('·'), filtersTerm],
			specs.reduce((all, spec) => all + countValues(spec.shape), 0),
		),
		multiplyAdds: line(
			'multiplyAdds',
			product(
				term('width', geometry.width.output, { part: 'output' }),
				term('height', geometry.height.output, { part: 'output' }),
				filtersTerm,
				term(groups === 1 ? 'a·b·c' : 'a·b·c / groups', valuesUnderWindow(config, input), { role: 'kernel', part: 'window' }),
			),
			countValues(output) * valuesUnderWindow(config, input),
		),
		denseInstead: denseInsteadLine(countValues(input), countValues(output)),
	};
}
