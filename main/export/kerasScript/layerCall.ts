import type { KerasModelLayer } from '#main/compile/topology.ts';
import { call, type Expression, list, ref, type Value } from '#shared/python/expression.ts';
import { customLayers } from './customLayers.ts';

type Config = Readonly<Record<string, unknown>>;

/** Settings that are given by their place, as people write them. */
const positional: Readonly<Record<string, readonly string[]>> = {
	Activation: ['activation'],
	AveragePooling2D: ['pool_size'],
	Conv2D: ['filters', 'kernel_size'],
	Conv2DTranspose: ['filters', 'kernel_size'],
	Cropping2D: ['cropping'],
	Dense: ['units'],
	DepthwiseConv2D: ['kernel_size'],
	Dropout: ['rate'],
	GaussianNoise: ['stddev'],
	GroupNormalization: ['groups'],
	MaxPooling2D: ['pool_size'],
	Permute: ['dims'],
	Rescaling: ['scale', 'offset'],
	Reshape: ['target_shape'],
	SeparableConv2D: ['filters', 'kernel_size'],
	SpatialDropout2D: ['rate'],
	UpSampling2D: ['size'],
	ZeroPadding2D: ['padding'],
};

/** What Keras takes anyway is not written. */
const usual: Readonly<Record<string, unknown>> = {
	activation: 'linear',
	axis: -1,
	beta_initializer: initializer('Zeros'),
	bias_initializer: initializer('Zeros'),
	bias_regularizer: null,
	center: true,
	data_format: 'channels_last',
	depth_multiplier: 1,
	depthwise_initializer: initializer('GlorotUniform'),
	depthwise_regularizer: null,
	dilation_rate: [1, 1],
	dtype: 'float32',
	gamma_initializer: initializer('Ones'),
	groups: 1,
	interpolation: 'nearest',
	kernel_initializer: initializer('GlorotUniform'),
	kernel_regularizer: null,
	moving_mean_initializer: initializer('Zeros'),
	moving_variance_initializer: initializer('Ones'),
	noise_shape: null,
	padding: 'valid',
	pointwise_initializer: initializer('GlorotUniform'),
	pointwise_regularizer: null,
	scale: true,
	seed: null,
	shared_axes: null,
	trainable: true,
	use_bias: true,
};

/** Keras 2's names that Keras 3 has given up. */
const renamed: Readonly<Record<string, string>> = { alpha: 'negative_slope' };

function initializer(name: string) {
	return { class_name: name, config: {} };
}

/** `layers.Conv2D(6, (5, 5), padding="same", name="conv_1")` */
export function layerCall({ class_name, name, config }: KerasModelLayer): Expression {
	const isCustom = class_name in customLayers;
	const places = positional[class_name] ?? [];
	const keys = Object.keys(config).filter((key) => key !== 'name' && !places.includes(key) && !isUsual(class_name, key, config, isCustom));
	const named = Object.fromEntries(keys.map((key) => [isCustom ? key : (renamed[key] ?? key), toValue(config[key])]));
	return call(
		isCustom ? class_name : `layers.${class_name}`,
		places.map((key) => toValue(config[key])),
		{ ...named, name },
	);
}

function isUsual(className: string, key: string, config: Config, isCustom: boolean): boolean {
	const shared = ['dtype', 'trainable', 'data_format'];
	if (key === 'count_padding') return className !== 'PaddedAveragePooling2D';
	if (isCustom && !shared.includes(key)) return false;
	if (key === 'strides') return isSame(config.strides, className.includes('Pooling') ? config.pool_size : [1, 1]);
	if (className === 'BatchNormalization' && key === 'momentum') return config.momentum === 0.99;
	if (key === 'epsilon') return config.epsilon === 0.001;
	return key in usual && isSame(config[key], usual[key]);
}

function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function toValue(value: unknown): Value {
	if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
	if (Array.isArray(value)) return value.every((item) => Array.isArray(item)) ? list(value.map(toValue)) : value.map(toValue);
	if (isNamedObject(value)) return toObject(value);
	throw new Error(`a setting of a Keras layer cannot be written in Python: ${JSON.stringify(value)}`);
}

interface NamedObject {
	readonly class_name: string;
	readonly config: Config;
}

function isNamedObject(value: unknown): value is NamedObject {
	return typeof value === 'object' && value !== null && 'class_name' in value && 'config' in value;
}

const modules: Readonly<Record<string, string>> = { L1L2: 'keras.regularizers', MaxNorm: 'keras.constraints' };

/** `"he_normal"`, or with settings `keras.regularizers.L1L2(l1=0.01, l2=0)`. */
function toObject({ class_name, config }: NamedObject): Value {
	const settings = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, toValue(value)]));
	const module = modules[class_name] ?? 'keras.initializers';
	if (Object.keys(settings).length > 0) return call(ref(`${module}.${class_name}`), [], settings);
	return class_name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
