import { activationLayers } from './activation.ts';
import { convolutionLayers } from './convolution.ts';
import { denseLayers } from './dense.ts';
import type { LayerEmitter } from './emitter.ts';
import { joiningLayers } from './joining.ts';
import { normalizationLayers } from './normalization.ts';
import { poolingLayers } from './pooling.ts';
import { randomLayers } from './randomness.ts';
import { shapingLayers } from './shaping.ts';

/** How each Keras layer of a topology is written as TensorFlow ops, by class name. */
export const layerEmitters: ReadonlyMap<string, LayerEmitter> = new Map(
	Object.entries({
		...activationLayers,
		...convolutionLayers,
		...denseLayers,
		...joiningLayers,
		...normalizationLayers,
		...poolingLayers,
		...randomLayers,
		...shapingLayers,
	}),
);
