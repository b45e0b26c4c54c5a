import { countValues, isMapShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { slidingCardValues, spellWindow } from '../cardText.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type LayerProblem } from '../defineLayer.ts';
import type { ConfigOf } from '../fields.ts';
import { line, noFormula, product, term, windowSizeLines } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { checkWindow, geometryOf, type SlidingSettings } from '../slidingWindow.ts';
import { type FixedFilterFields, fields, slidingSettings } from './fields.ts';
import { kernelOf } from './kernels.ts';
import { targets } from './targets.ts';

/** One known window slid over every channel: `[28, 28, 1]`, Sobel, `same` → `[28, 28, 1]`. Nothing is learned. */
export const fixedFilter = defineLayer({
	kind: 'fixedFilter',
	category: 'convolution',
	icon: 'convolution',
	text: {
		title: 'Fixed filter',
		nodeName: 'filter',
		summary: 'A known image filter: blur, sharpen, edges, or your own.',
		explanation:
			'The same window of numbers slides over every channel, as in image editing. A blur spreads each value to its neighbours, sharpening pushes neighbours apart, Sobel and Laplacian answer where brightness changes. Nothing is learned here: it shows what a filter can find, before a convolution finds its own.',
		synonyms: ['kernel', 'image filter', 'Sobel', 'Gaussian', 'blur', 'edge detection', 'sharpen', 'emboss', 'Laplacian'],
		card: ['{filter}', '{kernel} · {padding}{isStrided, select, yes { ÷{strides}} other {}}'],
		words: {
			'filter.label': 'Filter',
			'filter.help': 'What the window does to the picture.',
			'filter.option.identity': 'identity',
			'filter.option.boxBlur': 'box blur',
			'filter.option.gaussianBlur': 'Gaussian blur',
			'filter.option.sharpen': 'sharpen',
			'filter.option.sobelX': 'edges across (Sobel)',
			'filter.option.sobelY': 'edges down (Sobel)',
			'filter.option.laplacian': 'all edges (Laplacian)',
			'filter.option.emboss': 'emboss',
			'filter.option.own': 'your own',
			'size.label': 'Size',
			'size.help': 'Width and height of the window. The larger, the softer.',
			'sigma.label': 'σ',
			'sigma.help': 'Width of the bell, in pixels.',
			'matrix.label': 'Numbers',
			'matrix.help': 'What each pixel under the window is multiplied by.',
		},
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs, context) => {
		const input = onlyInput(inputs);
		if (!isMapShape(input)) return refused(needsMap(input));
		const checked = checkWindow(settingsOf(config), input, context);
		if (!checked.ok) return refused(...checked.problem.map(withoutWindowFixes));
		const { height, width } = checked.value.geometry;
		return shaped([height.output, width.output, input[2]], checked.value.remarks.map(withoutWindowFixes));
	},
	weights: () => [],
	multiplyAdds: (config, _inputs, output) => countValues(output) * tapsOf(config),
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(settingsOf(config), onlyMap(inputs)) }),
	formula: (config, inputs, output) => {
		const geometry = geometryOf(settingsOf(config), onlyMap(inputs));
		return {
			...noFormula,
			size: windowSizeLines(geometry, { window: 'filter', strides: 'strides', padding: 'padding' }),
			multiplyAdds: line(
				'multiplyAdds',
				product(
					term('width', geometry.width.output, { part: 'output' }),
					term('height', geometry.height.output, { part: 'output' }),
					term('c', output[2] ?? 1, { part: 'input' }),
					term('a·b', tapsOf(config), { role: 'kernel', part: 'window' }),
				),
				countValues(output) * tapsOf(config),
			),
		};
	},
	cardValues: (config) => ({
		filter: message(`layer.fixedFilter.filter.option.${config.filter}`),
		kernel: spellWindow(settingsOf(config).window),
		...slidingCardValues(config),
	}),
	targets,
});

function settingsOf(config: ConfigOf<FixedFilterFields>): SlidingSettings {
	return slidingSettings(config, kernelOf(config));
}

function tapsOf(config: ConfigOf<FixedFilterFields>): number {
	const [height, width] = settingsOf(config).window;
	return height * width;
}

/** The window belongs to the filter: repairs that only resize it do not apply. */
function withoutWindowFixes(problem: LayerProblem): LayerProblem {
	const fixes = problem.fixes?.filter((fix) => !Object.hasOwn(fix.config, 'filter'));
	return fixes ? { ...problem, fixes } : problem;
}
