import * as tf from '@tensorflow/tfjs-core';
import { BatchNormalization } from './batchNormalization.ts';
import { Dropout } from './dropout.ts';
import { GaussianNoise } from './gaussianNoise.ts';
import { GroupedConv2D } from './groupedConv2d.ts';
import { PaddedAveragePooling2D, PaddedMaxPooling2D } from './paddedPooling.ts';
import { SpatialDropout2D } from './spatialDropout2d.ts';

/** Layers that tfjs lacks, has wrong, or cannot seed; a topology names them by class. */
const layerClasses = [
	BatchNormalization,
	Dropout,
	GaussianNoise,
	GroupedConv2D,
	PaddedAveragePooling2D,
	PaddedMaxPooling2D,
	SpatialDropout2D,
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
