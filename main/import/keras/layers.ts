import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import type { ImportedTensor } from '../importer.ts';
import { activated, activationRules } from './activations.ts';
import { normalizationRules } from './normalizations.ts';
import { operationRules } from './operations.ts';
import { resizingRules } from './resizing.ts';
import { axesOf, type Json, type LayerCall, layers, one, pair, part, type Rule, type Translation } from './translation.ts';

const sides = z
	.union([
		z.int().transform((all) => [all, all, all, all]),
		z.tuple([z.int(), z.int()]).transform(([rows, columns]) => [rows, rows, columns, columns]),
		z.tuple([z.tuple([z.int(), z.int()]), z.tuple([z.int(), z.int()])]).transform((both) => both.flat()),
	])
	.transform(([top = 0, bottom = 0, left = 0, right = 0]) => ({ top, bottom, left, right }));

const isBiased = (config: Json): boolean => config.use_bias !== false;
const bias = (config: Json): readonly string[] => (isBiased(config) ? ['bias'] : []);
const padding = z.enum(['same', 'valid']);

function windowed(config: Json): NodeConfig {
	return {
		kernelSize: pair.parse(config.kernel_size),
		strides: pair.parse(config.strides ?? 1),
		padding: padding.parse(config.padding ?? 'valid'),
		useBias: isBiased(config),
	};
}

function dilated(config: Json): NodeConfig {
	return { ...windowed(config), dilationRate: pair.parse(config.dilation_rate ?? 1) };
}

const pool =
	(kind: string): Rule =>
	(config) => {
		const poolSize = pair.parse(config.pool_size ?? 2);
		const strides = pair.parse(config.strides ?? config.pool_size ?? 2);
		return one(kind, { poolSize, strides, padding: padding.parse(config.padding ?? 'valid') });
	};

const globalPool =
	(kind: string): Rule =>
	({ keepdims }) =>
		layers([part(kind), ...(keepdims === true ? [part('reshape', { targetShape: [1, 1, -1] })] : [])]);

const dropped =
	(note: string | null): Rule =>
	() => ({ kind: 'dropped', note: note === null ? null : message(note) });

/** A kernel whose gaps are zeros of its own. */
function spread({ shape, values }: ImportedTensor, [tall, wide]: readonly [number, number]): ImportedTensor {
	const [rows = 1, columns = 1, ...rest] = shape;
	const inner = rest.reduce((product, dim) => product * dim, 1);
	const [height, width] = [(rows - 1) * tall + 1, (columns - 1) * wide + 1];
	const out = new Float32Array(height * width * inner);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const from = (row * columns + column) * inner;
			out.set(values.subarray(from, from + inner), (row * tall * width + column * wide) * inner);
		}
	}
	return { shape: [height, width, ...rest], values: out };
}

/** TensorFlow's own way: `output_padding` decides the size, and what is too much is cut off evenly, the odd cell at the end. */
function transposed(config: Json, call: LayerCall): Translation | null {
	const gaps = pair.parse(config.dilation_rate ?? 1);
	const settings = { ...windowed(config), filters: z.int().parse(config.filters) };
	const [kernelSize, strides] = [pair.parse(config.kernel_size), pair.parse(config.strides ?? 1)];
	const isDilated = gaps.some((rate) => rate !== 1);
	if (isDilated && strides.some((stride) => stride !== 1)) return null;
	const reach = kernelSize.map((cells, axis) => (cells - 1) * (gaps[axis] ?? 1) + 1);
	const names = ['kernel', ...bias(config)];
	const arrange = isDilated
		? {
				arrange: ([kernel, ...rest]: readonly ImportedTensor[]) => ({
					...(kernel && { kernel: spread(kernel, gaps) }),
					...(rest[0] && { bias: rest[0] }),
				}),
			}
		: {};
	const layer = (more: NodeConfig) =>
		activated(part('conv2dTranspose', { ...settings, kernelSize: reach, ...more }), config.activation, names, call, arrange);
	if (config.output_padding == null) return layer({});
	const given = pair.parse(config.output_padding);
	const isSame = config.padding === 'same';
	const [rows = 0, columns = 0] = reach.map(
		(cells, axis) => (isSame ? (cells % 2) + (given[axis] ?? 0) : cells + (given[axis] ?? 0)) - cells,
	);
	const before = (more: number) => (more < 0 ? Math.floor(-more / 2) : 0);
	const after = (more: number) => (more < 0 ? Math.ceil(-more / 2) : 0);
	return layer({
		padding: 'explicit',
		pad: { top: before(rows), bottom: after(rows), left: before(columns), right: after(columns) },
		outputPadding: [Math.max(rows, 0), Math.max(columns, 0)],
	});
}

/** Over the channels of a map it is a convolution of one cell; a list of rows is a map of one row for a while. */
function dense(config: Json, call: LayerCall): Translation | null {
	const units = z.int().parse(config.units);
	const names = ['kernel', ...bias(config)];
	const [shape] = call.shapes;
	const rank = shape?.length ?? 1;
	if (rank === 1) return activated(part('dense', { units, useBias: isBiased(config) }), config.activation, names, call);
	const cell = { filters: units, kernelSize: [1, 1], strides: [1, 1], padding: 'valid', useBias: isBiased(config) };
	const made = activated(part('conv2d', cell), config.activation, names, call);
	if (rank === 3 || made === null) return made;
	const [rows = 1, columns = 1] = shape ?? [];
	return {
		...made,
		holder: 1,
		parts: [part('reshape', { targetShape: [1, rows, columns] }), ...made.parts, part('reshape', { targetShape: [rows, units] })],
	};
}

function concatenated(config: Json, { shapes }: LayerCall): Translation | null {
	if (shapes.length < 2) return null;
	const rank = shapes[0]?.length ?? 3;
	const axis = axesOf(config.axis ?? -1, rank)?.[0];
	if (axis === rank - 1) return one('concatenate', { axis: 'channels' });
	return rank === 3 && (axis === 0 || axis === 1) ? one('concatenate', { axis: axis === 0 ? 'height' : 'width' }) : null;
}

const rules: Readonly<Record<string, Rule>> = {
	...operationRules,
	...activationRules,
	...normalizationRules,
	...resizingRules,
	Conv2D: (config, call) => {
		const settings = { ...dilated(config), filters: z.int().parse(config.filters), groups: z.int().parse(config.groups ?? 1) };
		return activated(part('conv2d', settings), config.activation, ['kernel', ...bias(config)], call);
	},
	DepthwiseConv2D: (config, call) => {
		const settings = { ...dilated(config), depthMultiplier: z.int().parse(config.depth_multiplier ?? 1) };
		return activated(part('depthwiseConv2d', settings), config.activation, ['depthwiseKernel', ...bias(config)], call);
	},
	SeparableConv2D: (config, call) => {
		const settings = {
			...dilated(config),
			filters: z.int().parse(config.filters),
			depthMultiplier: z.int().parse(config.depth_multiplier ?? 1),
		};
		const names = ['depthwiseKernel', 'pointwiseKernel', ...bias(config)];
		return activated(part('separableConv2d', settings), config.activation, names, call);
	},
	Conv2DTranspose: transposed,
	Dense: dense,
	MaxPooling2D: pool('maxPool2d'),
	AveragePooling2D: pool('averagePool2d'),
	GlobalAveragePooling2D: globalPool('globalAveragePool2d'),
	GlobalMaxPooling2D: globalPool('globalMaxPool2d'),
	Flatten: () => one('flatten'),
	Reshape: (config) => one('reshape', { targetShape: z.array(z.int()).parse(config.target_shape) }),
	Permute: (config) => one('permute', { dims: z.array(z.int()).parse(config.dims) }),
	ZeroPadding2D: (config) => one('zeroPadding2d', { pad: sides.parse(config.padding ?? 1) }),
	Cropping2D: (config) => one('cropping2d', { crop: sides.parse(config.cropping ?? 0) }),
	Concatenate: concatenated,
	/** As often one after the other: a list of rows, which stands as a map in between. */
	RepeatVector: (config, { shapes: [shape] }) => {
		const times = z.int().min(1).parse(config.n);
		if (shape?.length !== 1) return null;
		const [length = 1] = shape;
		return layers([
			part('reshape', { targetShape: [1, 1, length] }),
			part('upSampling2d', { size: [times, 1], interpolation: 'nearest' }),
			part('reshape', { targetShape: [times, length] }),
		]);
	},
	Dropout: ({ rate }) => one('dropout', { rate: Number(rate ?? 0) }),
	SpatialDropout2D: ({ rate }) => one('spatialDropout2d', { rate: Number(rate ?? 0) }),
	GaussianNoise: ({ stddev }) => one('gaussianNoise', { stddev: Number(stddev ?? 0) }),
	Identity: dropped(null),
	GaussianDropout: dropped('importing.note.trainingOnly'),
	AlphaDropout: dropped('importing.note.trainingOnly'),
	ActivityRegularization: dropped('importing.note.trainingOnly'),
	RandomFlip: dropped('importing.note.augmentation'),
	RandomRotation: dropped('importing.note.augmentation'),
	RandomZoom: dropped('importing.note.augmentation'),
	RandomTranslation: dropped('importing.note.augmentation'),
	RandomContrast: dropped('importing.note.augmentation'),
	RandomBrightness: dropped('importing.note.augmentation'),
};

/** Keras's layer in our words, with the same answers; else why there are none. Code in the file is never run. */
export function translate(className: string, config: Json, call: LayerCall): Translation {
	const rule = Object.hasOwn(rules, className) ? rules[className] : undefined;
	if (!rule) return { kind: 'unknown', reason: message('importing.placeholder.unknown', { className }) };
	const settings: Translation = { kind: 'unknown', reason: message('importing.placeholder.settings', { className }) };
	try {
		return rule(config, call) ?? settings;
	} catch (error) {
		if (error instanceof z.ZodError) return settings;
		throw error;
	}
}
