import type { Engine } from '../engine.ts';
import { loadNative } from '../native/native.ts';
import { CompiledEngine, type SavedModelLoader } from './engine.ts';

/** Native TensorFlow with the training step as one graph. Throws where the library is not installed or does not load. */
export async function loadCompiled(): Promise<Engine> {
	const opByOp = await loadNative();
	const { node } = await import('@tensorflow/tfjs-node');
	return new CompiledEngine(node as unknown as SavedModelLoader, opByOp);
}
