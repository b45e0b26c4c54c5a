import type { EngineName } from '#shared/training/event.ts';
import type { Engine } from './engine.ts';
import { loadJs } from './js/js.ts';
import { loadNative } from './native/native.ts';
import { loadWasm } from './wasm/wasm.ts';

/** The engines of this machine for tests; says which one is missing and why. */
export async function loadEngines(): Promise<ReadonlyMap<EngineName, Engine>> {
	const engines = new Map<EngineName, Engine>([
		['js', await loadJs()],
		['wasm', await loadWasm()],
	]);
	try {
		engines.set('native', await loadNative());
	} catch (error) {
		console.info(`Native engine skipped: ${error instanceof Error ? error.message : String(error)}`);
	}
	return engines;
}
