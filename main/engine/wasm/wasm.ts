import os from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import type { Engine } from '../engine.ts';
import { mendAveragePoolGradient } from '../opByOp/averagePoolGradient.ts';
import { OpByOpEngine } from '../opByOp/engine.ts';
import { installKernels } from './kernels/index.ts';
import { startThreaded } from './threads.ts';

/** Its heap ends at 4 GB; a quarter is left for what falls between the freed pieces. */
const MEMORY_LIMIT = 3 * 2 ** 30;
/** Threads beyond this cost more to feed than they bring. */
const MOST_THREADS = 8;

/** TensorFlow.js in WebAssembly with our own kernels, on as many threads as the machine has; one where threads do not start. */
export async function loadWasm(): Promise<Engine> {
	const threads = await start(Math.min(os.availableParallelism(), MOST_THREADS));
	installKernels();
	mendAveragePoolGradient('wasm');
	return new OpByOpEngine({
		name: 'wasm',
		backend: 'wasm',
		description: `TensorFlow.js ${tf.version_core}, WebAssembly`,
		threads,
		memoryLimit: MEMORY_LIMIT,
	});
}

async function start(threads: number): Promise<number> {
	if (threads > 1) {
		try {
			return await startThreaded(threads);
		} catch {
			tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
		}
	}
	if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend does not start');
	return 1;
}
