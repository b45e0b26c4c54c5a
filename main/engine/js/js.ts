import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import type { Engine } from '../engine.ts';
import { mendAveragePoolGradient } from '../opByOp/averagePoolGradient.ts';
import { OpByOpEngine } from '../opByOp/engine.ts';

/** Plain JavaScript: runs everywhere, some thousand times slower than native; the judge of the other engines in tests. */
export async function loadJs(): Promise<Engine> {
	if (!(await tf.setBackend('cpu'))) throw new Error('the JavaScript backend does not start');
	mendAveragePoolGradient('cpu');
	return new OpByOpEngine({ name: 'js', backend: 'cpu', description: `TensorFlow.js ${tf.version_core}`, threads: 1, memoryLimit: null });
}
