import { describe, expect, it } from 'vitest';
import type { EngineName } from '#shared/training/event.ts';
import { words } from '../words.ts';
import type { Engine } from './engine.ts';
import { type EngineLoader, pickEngine } from './pickEngine.ts';

function loaderOf(name: EngineName, wrong: string | null = null): EngineLoader {
	const engine: Engine = {
		name,
		description: name,
		threads: 1,
		memoryLimit: null,
		createModel: () => Promise.reject(new Error('not asked for here')),
		selfTest: async () => wrong,
	};
	return async () => engine;
}

const missing: EngineLoader = async () => {
	throw new Error('libtensorflow.so.2: cannot open shared object file\nRequire stack: …');
};

describe('pickEngine', () => {
	it('takes the fastest engine that works, without reasons', async () => {
		const { engine, reasons } = await pickEngine(
			null,
			new Map([
				['native', loaderOf('native')],
				['wasm', loaderOf('wasm')],
			]),
		);
		expect(engine?.name).toBe('native');
		expect(reasons).toEqual([]);
	});

	it('says why an engine does not start and takes the next', async () => {
		const { engine, reasons } = await pickEngine(
			null,
			new Map([
				['native', missing],
				['wasm', loaderOf('wasm')],
			]),
		);
		expect(engine?.name).toBe('wasm');
		expect(reasons.map((reason) => words.text(reason))).toEqual([
			'TensorFlow does not start on this machine: libtensorflow.so.2: cannot open shared object file',
		]);
	});

	it('refuses an engine that computes wrongly', async () => {
		const wrong = loaderOf('native', 'max pooling: received 1 0, expected 0 1');
		const { engine, reasons } = await pickEngine(
			null,
			new Map([
				['native', wrong],
				['wasm', loaderOf('wasm')],
			]),
		);
		expect(engine?.name).toBe('wasm');
		expect(reasons[0]).toMatchObject({ id: 'engine.reason.wrong', values: { detail: 'max pooling: received 1 0, expected 0 1' } });
	});

	it('tries the preferred engine first', async () => {
		const { engine, reasons } = await pickEngine(
			'wasm',
			new Map([
				['native', loaderOf('native')],
				['wasm', loaderOf('wasm')],
			]),
		);
		expect(engine?.name).toBe('wasm');
		expect(reasons).toEqual([]);
	});

	it('has no engine and all reasons where none works', async () => {
		const { engine, reasons } = await pickEngine(
			null,
			new Map([
				['native', missing],
				['wasm', missing],
			]),
		);
		expect(engine).toBeNull();
		expect(reasons).toHaveLength(2);
	});
});
