import type { Engine } from '../engine.ts';
import { nativeBinding } from '../native/binding.ts';
import { loadNative } from '../native/native.ts';
import { CompiledEngine } from './engine.ts';

/** Native TensorFlow with the training step as one graph. Throws where the library is not installed or does not load. */
export async function loadCompiled(): Promise<Engine> {
	const opByOp = await loadNative();
	return new CompiledEngine(nativeBinding(), opByOp);
}
