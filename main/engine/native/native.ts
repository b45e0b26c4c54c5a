import { createRequire } from 'node:module';
import os from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from '../engine.ts';
import { OpByOpEngine } from '../opByOp/engine.ts';
import { nativeBinding } from './binding.ts';
import { lendNoMemory, type TensorMaker } from './ownMemory.ts';

/** TensorFlow's own library. Throws where it is not installed or does not load. */
export async function loadNative(): Promise<Engine> {
	// Read by the library as it loads: errors only, no start-up notes.
	process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
	// By itself it takes oneDNN's kernels only on processors with AVX-512; with AVX2 they train 1.5 to 2.3 times as fast as its others.
	if (process.arch === 'x64') process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
	restoreNullCheck();
	// As a module of the old kind: Node would first look through all of its files for names to import, for a tenth of a second.
	createRequire(import.meta.url)('@tensorflow/tfjs-node');
	if (!(await tf.setBackend('tensorflow'))) throw new Error('the native backend does not start');
	keepMemoryApart();
	const threads = os.availableParallelism();
	return new OpByOpEngine({
		name: 'native',
		backend: 'tensorflow',
		// The library's own number, which need not be the package's.
		description: `TensorFlow ${nativeBinding().TF_Version}`,
		threads,
		memoryLimit: null,
	});
}

/** tfjs-node calls a helper that Node 23 took out of `util`. */
function restoreNullCheck(): void {
	const util = createRequire(import.meta.url)('node:util') as { isNullOrUndefined?: (value: unknown) => boolean };
	util.isNullOrUndefined ??= (value) => value === null || value === undefined;
}

/** Once per process, which has one backend. */
function keepMemoryApart(): void {
	const backend = tf.backend() as unknown as { binding: TensorMaker };
	if (carefulBackends.has(backend)) return;
	backend.binding = lendNoMemory(backend.binding);
	carefulBackends.add(backend);
}

const carefulBackends = new WeakSet<object>();
