import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { getThreadsCount, setThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

const require = createRequire(import.meta.url);
const BINARY = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd';

/**
 * Starts the WebAssembly backend with `threads` threads, which its package offers browsers only. In Node its thread script must be
 * a real file in place of a blob, and it takes half the cores that it counts. Both are put right while it starts, then restored.
 */
export async function startThreaded(threads: number): Promise<number> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'layerloom-wasm-'));
	const script = path.join(folder, 'thread.cjs');
	writeFileSync(script, threadScript());
	const createObjectURL = URL.createObjectURL;
	const { cpus } = os;
	const mutableOs = require('node:os') as { cpus: typeof os.cpus };
	URL.createObjectURL = (blob) => (isScript(blob) ? script : createObjectURL(blob));
	mutableOs.cpus = () => Array.from({ length: threads * 2 }, () => cpus()[0]).filter((cpu) => cpu !== undefined);
	try {
		tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
		setThreadsCount(threads);
		if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend does not start with threads');
		return getThreadsCount();
	} finally {
		URL.createObjectURL = createObjectURL;
		mutableOs.cpus = cpus;
		rmSync(folder, { recursive: true, force: true });
	}
}

function isScript(blob: unknown): boolean {
	return blob instanceof Blob && blob.type === 'application/javascript';
}

/** The package's thread script; it is told to load the backend from a blob's address, here from its file. */
function threadScript(): string {
	const { wasmWorkerContents } = require(`${BINARY}.worker.js`) as { wasmWorkerContents: string };
	const loading = /if\(typeof e\.data\.urlOrBlob=="string"\)\{.*?\}else\{.*?revokeObjectURL\(objectUrl\)\}/s;
	const script = wasmWorkerContents.replace(/\n/g, '\\n');
	if (!loading.test(script)) throw new Error('the thread script of this version of the WebAssembly backend is not known');
	return script.replace(loading, `importScripts(${JSON.stringify(require.resolve(`${BINARY}.js`))});`);
}
