import * as tf from '@tensorflow/tfjs-core';
import { BatchNormalization } from './batchNormalization.ts';
import { ChannelPadding } from './channelPadding.ts';
import { Dropout } from './dropout.ts';
import { FixedFilter2D } from './fixedFilter2d.ts';
import { GaussianNoise } from './gaussianNoise.ts';
import { GroupedConv2D } from './groupedConv2d.ts';
import { GroupNormalization } from './groupNormalization.ts';
import { HardSwish } from './hardSwish.ts';
import { LayerNormalization } from './layerNormalization.ts';
import { LocalResponseNormalization } from './localResponseNormalization.ts';
import { Maximum } from './maximum.ts';
import { Normalization } from './normalization.ts';
import { PaddedAveragePooling2D, PaddedMaxPooling2D } from './paddedPooling.ts';
import { SpatialDropout2D } from './spatialDropout2d.ts';
import { Subtract } from './subtract.ts';
import { UpSampling2D } from './upSampling2d.ts';

/** Layers that tfjs lacks, has wrong, or cannot seed; a topology names them by class. */
const layerClasses = [
	BatchNormalization,
	ChannelPadding,
	Dropout,
	FixedFilter2D,
	GaussianNoise,
	GroupedConv2D,
	GroupNormalization,
	HardSwish,
	LayerNormalization,
	LocalResponseNormalization,
	Maximum,
	Normalization,
	PaddedAveragePooling2D,
	PaddedMaxPooling2D,
	SpatialDropout2D,
	Subtract,
	UpSampling2D,
];

type LayerConstructor = tf.serialization.SerializableConstructor<tf.serialization.Serializable>;

let isRegistered = false;

/** Makes our layers known to tfjs, in place of its own where both exist; once. */
export function registerLayers(): void {
	if (isRegistered) return;
	isRegistered = true;
	// The types leave out `fromConfig`, which every layer class inherits.
	for (const layerClass of layerClasses) tf.serialization.registerClass(layerClass as unknown as LayerConstructor, 'Layerloom');
}
