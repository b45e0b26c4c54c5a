import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import { fusedActivations } from '#shared/layers/activations.ts';
import { type Message, message } from '#shared/text/message.ts';

type Json = Readonly<Record<string, unknown>>;

/** One of our layers that a Keras layer becomes. */
export interface Part {
	readonly kind: string;
	readonly config: NodeConfig;
}

/** What becomes of one Keras layer. */
export type Translation =
	/** `weights`: our names of the first part's weights, in Keras's order; `fixed`: those that no training changes. */
	| { readonly kind: 'layers'; readonly parts: readonly Part[]; readonly weights: readonly string[]; readonly fixed: readonly string[] }
	/** Hands on its input. */
	| { readonly kind: 'dropped'; readonly note: Message | null }
	| { readonly kind: 'unknown'; readonly reason: Message };

/** Where programs that write Keras's configs mean other things by them. */
export interface Dialect {
	/** Growing by straight lines counts from the first corner of cells, as here; Keras counts from their middle. */
	readonly countsFromCorner?: true;
}

interface LayerCall {
	readonly buildShape: unknown;
	readonly inputs: number;
	readonly dialect: Dialect;
}

type Rule = (config: Json, call: LayerCall) => Translation | null;

const pair = z.union([z.int().transform((size) => [size, size]), z.tuple([z.int(), z.int()])]);
const sides = z
	.union([
		z.int().transform((all) => [all, all, all, all]),
		z.tuple([z.int(), z.int()]).transform(([rows, columns]) => [rows, rows, columns, columns]),
		z.tuple([z.tuple([z.int(), z.int()]), z.tuple([z.int(), z.int()])]).transform((both) => both.flat()),
	])
	.transform(([top = 0, bottom = 0, left = 0, right = 0]) => ({ top, bottom, left, right }));
const named = z.union([z.string(), z.object({ class_name: z.string() }).transform(({ class_name }) => class_name)]);

function layers(parts: readonly Part[], weights: readonly string[] = [], fixed: readonly string[] = []): Translation {
	return { kind: 'layers', parts, weights, fixed };
}

const one = (kind: string, config: NodeConfig = {}): Translation => layers([{ kind, config }]);

/** Keras's names that we spell otherwise. */
const activationNames: Readonly<Record<string, string>> = {
	silu: 'swish',
	hard_silu: 'hardSwish',
	hard_swish: 'hardSwish',
	leaky_relu: 'leakyRelu',
	Softmax: 'softmax',
};
const alone: ReadonlySet<string> = new Set(['hardSwish', 'leakyRelu']);
/** Slope of Keras's function `leaky_relu`. */
const LEAK = 0.2;

/** A layer with its activation: within, or as a layer after it. `null` where the function is not known here. */
function activated(kind: string, config: NodeConfig, given: unknown, weights: readonly string[]): Translation | null {
	const name = named.parse(given ?? 'linear');
	const activation = activationNames[name] ?? name;
	if ((fusedActivations as readonly string[]).includes(activation)) return layers([{ kind, config: { ...config, activation } }], weights);
	const after = activationLayer(activation);
	return after && layers([{ kind, config: { ...config, activation: 'linear' } }, after], weights);
}

function activationLayer(activation: string): Part | null {
	const isKnown = alone.has(activation) || (fusedActivations as readonly string[]).includes(activation);
	return isKnown ? { kind: 'activation', config: { activation, ...(activation === 'leakyRelu' ? { slope: LEAK } : {}) } } : null;
}

function isChannelsLast({ data_format }: Json): boolean {
	return data_format === undefined || data_format === null || data_format === 'channels_last';
}

const isBiased = (config: Json): boolean => config.use_bias !== false;
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
		layers([{ kind, config: {} }, ...(keepdims === true ? [{ kind: 'reshape', config: { targetShape: [1, 1, -1] } }] : [])]);

const joined =
	(kind: string): Rule =>
	(_config, { inputs }) =>
		inputs < 2 ? null : one(kind);

const dropped =
	(note: string | null): Rule =>
	() => ({ kind: 'dropped', note: note === null ? null : message(note) });

function isLastAxis(axis: unknown, rank: number | null): boolean {
	const value = Array.isArray(axis) && axis.length === 1 ? axis[0] : (axis ?? -1);
	return value === -1 || value === (rank ?? 4) - 1;
}

function rankOf(buildShape: unknown): number | null {
	if (!Array.isArray(buildShape)) return null;
	return Array.isArray(buildShape[0]) ? buildShape[0].length : buildShape.length;
}

const scaled = ({ scale, center }: Json): NodeConfig => ({ scale: scale !== false, center: center !== false });
const scaleAndShift = ({ scale, center }: Json): readonly string[] => [
	...(scale === false ? [] : ['gamma']),
	...(center === false ? [] : ['beta']),
];
const bias = (config: Json): readonly string[] => (isBiased(config) ? ['bias'] : []);

/** Keras's names of what a Normalization has measured. */
export const STATISTICS = ['mean', 'variance', 'count'] as const;

/** Keras divides by the deviation, and by this where there is none. */
const LEAST_DEVIATION = 1e-7;

export function normalizationConfig(mean: readonly number[], variance: readonly number[]): NodeConfig {
	return { mean: [[...mean]], deviation: [variance.map((value) => Math.max(Math.sqrt(value), LEAST_DEVIATION))] };
}

const rules: Readonly<Record<string, Rule>> = {
	Conv2D: (config) => {
		const settings = { ...dilated(config), filters: z.int().parse(config.filters), groups: z.int().parse(config.groups ?? 1) };
		return activated('conv2d', settings, config.activation, ['kernel', ...bias(config)]);
	},
	DepthwiseConv2D: (config) => {
		const settings = { ...dilated(config), depthMultiplier: z.int().parse(config.depth_multiplier ?? 1) };
		return activated('depthwiseConv2d', settings, config.activation, ['depthwiseKernel', ...bias(config)]);
	},
	SeparableConv2D: (config) => {
		const settings = {
			...dilated(config),
			filters: z.int().parse(config.filters),
			depthMultiplier: z.int().parse(config.depth_multiplier ?? 1),
		};
		return activated('separableConv2d', settings, config.activation, ['depthwiseKernel', 'pointwiseKernel', ...bias(config)]);
	},
	Conv2DTranspose: (config) => {
		if (pair.parse(config.dilation_rate ?? 1).some((rate) => rate !== 1)) return null;
		const outputPadding = config.output_padding == null ? null : pair.parse(config.output_padding);
		if (outputPadding !== null) return null;
		const settings = { ...windowed(config), filters: z.int().parse(config.filters) };
		return activated('conv2dTranspose', settings, config.activation, ['kernel', ...bias(config)]);
	},
	Dense: (config, { buildShape }) => {
		const units = z.int().parse(config.units);
		const settings = { units, useBias: isBiased(config) };
		// Over the channels of a map it is a convolution of one cell.
		if (rankOf(buildShape) === 4) {
			const cell = { filters: units, kernelSize: [1, 1], strides: [1, 1], padding: 'valid', useBias: isBiased(config) };
			return activated('conv2d', cell, config.activation, ['kernel', ...bias(config)]);
		}
		return activated('dense', settings, config.activation, ['kernel', ...bias(config)]);
	},
	BatchNormalization: (config, { buildShape }) => {
		if (!isLastAxis(config.axis, rankOf(buildShape))) return null;
		const settings = {
			momentum: Math.min(Number(config.momentum ?? 0.99), 0.9999),
			epsilon: Number(config.epsilon ?? 0.001),
			...scaled(config),
		};
		const fixed = ['movingMean', 'movingVariance'];
		return layers([{ kind: 'batchNorm', config: settings }], [...scaleAndShift(config), ...fixed], fixed);
	},
	LayerNormalization: (config, { buildShape }) => {
		if (!isLastAxis(config.axis, rankOf(buildShape)) || config.rms_scaling === true) return null;
		return layers([{ kind: 'layerNorm', config: { epsilon: Number(config.epsilon ?? 0.001), ...scaled(config) } }], scaleAndShift(config));
	},
	GroupNormalization: (config, { buildShape }) => {
		const groups = z.int().parse(config.groups);
		if (!isLastAxis(config.axis, rankOf(buildShape)) || groups < 1) return null;
		const settings = { groups, epsilon: Number(config.epsilon ?? 0.001), ...scaled(config) };
		return layers([{ kind: 'groupNorm', config: settings }], scaleAndShift(config));
	},
	MaxPooling2D: pool('maxPool2d'),
	AveragePooling2D: pool('averagePool2d'),
	GlobalAveragePooling2D: globalPool('globalAveragePool2d'),
	GlobalMaxPooling2D: globalPool('globalMaxPool2d'),
	Activation: (config) => {
		const name = named.parse(config.activation);
		const part = activationLayer(activationNames[name] ?? name);
		return part && layers([part]);
	},
	ReLU: (config) => {
		const slope = Number(config.negative_slope ?? 0);
		if (Number(config.threshold ?? 0) !== 0) return null;
		if (config.max_value == null) return one('activation', slope === 0 ? { activation: 'relu' } : { activation: 'leakyRelu', slope });
		return Number(config.max_value) === 6 && slope === 0 ? one('activation', { activation: 'relu6' }) : null;
	},
	LeakyReLU: (config) => one('activation', { activation: 'leakyRelu', slope: Number(config.negative_slope ?? config.alpha ?? 0.3) }),
	PReLU: () => layers([{ kind: 'activation', config: { activation: 'prelu' } }], ['alpha']),
	ELU: (config) => (Number(config.alpha ?? 1) === 1 ? one('activation', { activation: 'elu' }) : null),
	Softmax: (config, { buildShape }) => (isLastAxis(config.axis, rankOf(buildShape)) ? one('activation', { activation: 'softmax' }) : null),
	Flatten: () => one('flatten'),
	Reshape: (config) => one('reshape', { targetShape: z.array(z.int()).parse(config.target_shape) }),
	Permute: (config) => one('permute', { dims: z.array(z.int()).parse(config.dims) }),
	ZeroPadding2D: (config) => one('zeroPadding2d', { pad: sides.parse(config.padding ?? 1) }),
	Cropping2D: (config) => one('cropping2d', { crop: sides.parse(config.cropping ?? 0) }),
	UpSampling2D: (config, { dialect }) => {
		const interpolation = config.interpolation ?? 'nearest';
		const isKnown = interpolation === 'nearest' || (interpolation === 'bilinear' && dialect.countsFromCorner === true);
		return isKnown ? one('upSampling2d', { size: pair.parse(config.size ?? 2), interpolation }) : null;
	},
	Add: joined('add'),
	Average: joined('average'),
	Maximum: joined('maximum'),
	Multiply: joined('multiply'),
	Subtract: joined('subtract'),
	Concatenate: (config, { buildShape, inputs }) => {
		if (inputs < 2) return null;
		const axis = config.axis ?? -1;
		if (isLastAxis(axis, rankOf(buildShape))) return one('concatenate', { axis: 'channels' });
		return axis === 1 || axis === 2 ? one('concatenate', { axis: axis === 1 ? 'height' : 'width' }) : null;
	},
	Rescaling: ({ scale, offset }) => {
		if (typeof scale !== 'number' || (offset !== undefined && typeof offset !== 'number')) return null;
		return one('rescaling', { scale, offset: offset ?? 0 });
	},
	// Its numbers stand among the weights where it has measured them, else in the config.
	Normalization: ({ mean, variance, axis, invert }, { buildShape }) => {
		if (!isLastAxis(axis, rankOf(buildShape)) || invert === true) return null;
		if (mean == null) return layers([{ kind: 'normalization', config: {} }], [...STATISTICS], [...STATISTICS]);
		return one(
			'normalization',
			normalizationConfig(z.array(z.number()).parse([mean].flat(4)), z.array(z.number()).parse([variance].flat(4))),
		);
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
	if (!isChannelsLast(config)) return settings;
	try {
		return rule(config, call) ?? settings;
	} catch (error) {
		if (error instanceof z.ZodError) return settings;
		throw error;
	}
}
