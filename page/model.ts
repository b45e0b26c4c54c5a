import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { PageContent } from '#shared/pictures/pageContent.ts';

/** What answers: a picture's numbers, row by row, channels last → one number per class. */
export type Answer = (picture: Float32Array) => Promise<Float32Array>;

/** Builds the network, on WebAssembly or, where the browser has none that fits, in plain JavaScript. Throws where the data is damaged. */
export async function openModel({ topology, weights, inputShape }: PageContent, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
	const backend = (await startWasm()) ? 'wasm' : 'cpu';
	await tf.setBackend(backend);
	const model = await loadLayersModel(tf.io.fromMemory({ modelTopology: topology, weightSpecs: weights, weightData: bytes.buffer }));
	const answer: Answer = async (picture) => {
		const output = tf.tidy(() => model.predict(tf.tensor(picture, [1, ...inputShape])));
		if (!(output instanceof tf.Tensor)) throw new Error('the network gives several answers');
		const values = Float32Array.from(await output.data());
		output.dispose();
		return values;
	};
	const blank = new Float32Array(inputShape[0] * inputShape[1] * inputShape[2]);
	try {
		await answer(blank);
	} catch (error) {
		// An operation that WebAssembly lacks.
		if (backend === 'cpu') throw error;
		await tf.setBackend('cpu');
		await answer(blank);
	}
	return answer;
}

async function startWasm(): Promise<boolean> {
	// Nothing is fetched: the library's own way to load its program is answered from within the page.
	tf.env().platform.fetch = async () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } });
	const names = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm-threaded-simd.wasm'];
	// A page of its own has no threads; a browser without these instructions refuses the program.
	setWasmPaths(Object.fromEntries(names.map((name) => [name, 'inside.wasm'])), true);
	try {
		return await tf.setBackend('wasm');
	} catch {
		return false;
	}
}
