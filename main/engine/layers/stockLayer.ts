import * as tf from '@tensorflow/tfjs-core';
// Loading the package registers its layers, which the lookup below relies on.
import '@tensorflow/tfjs-layers';
import type * as tfl from '@tensorflow/tfjs-layers';

// biome-ignore lint/suspicious/noExplicitAny: a mixin base takes whatever arguments the stock class takes.
type LayerClass = new (...args: any[]) => tfl.layers.Layer;

/** A layer class of tfjs by its Keras name, which tfjs exports only as a factory, to extend it. */
export function stockLayer(className: string): LayerClass {
	const entry = tf.serialization.SerializationMap.getMap().classNameMap[className];
	if (!entry) throw new Error(`tfjs has no layer ${className}`);
	return entry[0] as unknown as LayerClass;
}
