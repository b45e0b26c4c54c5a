import { loadCompiled } from './compiled/load.ts';
import type { Engine } from './engine.ts';
import { loadJs } from './js/js.ts';
import { loadNative } from './native/native.ts';
import { loadWasm } from './wasm/wasm.ts';

/** Two ways to use TensorFlow's library, and the two engines without it. */
export type TestEngineName = 'js' | 'wasm' | 'native op by op' | 'native compiled';

/** The engines of this machine for tests; says which one is missing and why. */
export async function loadEngines(): Promise<ReadonlyMap<TestEngineName, Engine>> {
	const engines = new Map<TestEngineName, Engine>([
		['js', await loadJs()],
		['wasm', await loadWasm()],
	]);
	try {
		engines.set('native op by op', await loadNative());
		engines.set('native compiled', await loadCompiled());
	} catch (error) {
		console.info(`Native engine skipped: ${error instanceof Error ? error.message : String(error)}`);
	}
	return engines;
}
