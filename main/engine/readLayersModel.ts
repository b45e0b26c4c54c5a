import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { registerLayers } from './layers/register.ts';

/** A TensorFlow.js layers model as it lies in its files. */
export interface LayersModelFiles {
	/** Content of `model.json`. */
	readonly json: unknown;
	/** The weight files, one after the other. */
	readonly weights: Uint8Array;
}

/** Images at a time: between them the program answers its window. */
const AT_A_TIME = 1;

/**
 * Opens a TensorFlow.js layers model by TensorFlow.js's own reader and gives its answers to `count` images of `shape`.
 * Knows nothing of plans and of our own layers: what it reads, every TensorFlow.js reads.
 */
export async function answerWithLayersModel(
	files: LayersModelFiles,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal?: AbortSignal,
): Promise<Float32Array> {
	await chooseBackend();
	const { modelTopology, weightsManifest } = files.json as {
		modelTopology: object;
		weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
	};
	const weightData = files.weights.slice().buffer;
	const weightSpecs = weightsManifest.flatMap((group) => group.weights);
	const model = await tfl.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
	return answer(model, images, count, shape, signal);
}

/** A Keras model as read from a file: its topology in Keras 2's words, and the weights of each layer in Keras's order. */
export interface KerasFiles {
	readonly topology: object;
	readonly weightsOf: (layer: string) => readonly { readonly shape: readonly number[]; readonly values: Float32Array }[];
}

/** Builds a Keras model from what its file says, with our layers where TensorFlow.js has none, and gives its answers. */
export async function answerWithKerasModel(
	{ topology, weightsOf }: KerasFiles,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal?: AbortSignal,
): Promise<Float32Array> {
	await chooseBackend();
	registerLayers();
	const model = await tfl.models.modelFromJSON(topology as Parameters<typeof tfl.models.modelFromJSON>[0]);
	for (const layer of model.layers) {
		tf.tidy(() => layer.setWeights(weightsOf(layer.name).map((weight) => tf.tensor(weight.values, [...weight.shape]))));
	}
	return answer(model, images, count, shape, signal);
}

/** Asks a model and disposes of it. */
async function answer(
	model: tfl.LayersModel,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal: AbortSignal | undefined,
): Promise<Float32Array> {
	const size = images.length / count;
	const answers: Float32Array[] = [];
	try {
		for (let from = 0; from < count; from += AT_A_TIME) {
			signal?.throwIfAborted();
			const to = Math.min(count, from + AT_A_TIME);
			const some = tf.tidy(() => {
				const input = tf.tensor(images.subarray(from * size, to * size), [to - from, ...shape]);
				const output = model.predict(input);
				if (Array.isArray(output)) throw new Error(`the model gives ${output.length} answers, expected 1`);
				return Float32Array.from(output.dataSync());
			});
			answers.push(some);
			await new Promise((resolve) => setImmediate(resolve));
		}
	} finally {
		model.dispose();
	}
	const all = new Float32Array(answers.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const some of answers) {
		all.set(some, at);
		at += some.length;
	}
	return all;
}

/** Whatever computes already; else WebAssembly, else plain JavaScript. */
async function chooseBackend(): Promise<void> {
	if (tf.engine().backendName) return;
	if (await tf.setBackend('wasm').catch(() => false)) return;
	await tf.setBackend('cpu');
}
