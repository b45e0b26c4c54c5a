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
	return answer(await openLayersModel(files), images, count, shape, signal);
}

/** What every layer of such a model gives, by its name, one image after the other. */
export async function valuesInsideLayersModel(
	files: LayersModelFiles,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
	return valuesInside(await openLayersModel(files), images, count, shape, signal);
}

async function openLayersModel(files: LayersModelFiles): Promise<tfl.LayersModel> {
	await chooseBackend();
	const { modelTopology, weightsManifest } = files.json as {
		modelTopology: object;
		weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
	};
	// A copy of its own: a small Buffer lies somewhere in a larger one.
	const weightData = new Uint8Array(files.weights).buffer;
	const weightSpecs = weightsManifest.flatMap((group) => group.weights);
	return tfl.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
}

/** A Keras model as read from a file: its topology in Keras 2's words, and the weights of each layer in Keras's order. */
export interface KerasFiles {
	readonly topology: object;
	readonly weightsOf: (layer: string) => readonly { readonly shape: readonly number[]; readonly values: Float32Array }[];
}

/** Builds a Keras model from what its file says, with our layers where TensorFlow.js has none, and gives its answers. */
export async function answerWithKerasModel(
	files: KerasFiles,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal?: AbortSignal,
): Promise<Float32Array> {
	return answer(await openKerasModel(files), images, count, shape, signal);
}

/** What every layer of such a model gives, by its name, one image after the other. */
export async function valuesInsideKerasModel(
	files: KerasFiles,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
	return valuesInside(await openKerasModel(files), images, count, shape, signal);
}

async function openKerasModel({ topology, weightsOf }: KerasFiles): Promise<tfl.LayersModel> {
	await chooseBackend();
	registerLayers();
	const model = await tfl.models.modelFromJSON(topology as Parameters<typeof tfl.models.modelFromJSON>[0]);
	for (const layer of model.layers) {
		tf.tidy(() => layer.setWeights(weightsOf(layer.name).map((weight) => tf.tensor(weight.values, [...weight.shape]))));
	}
	return model;
}

/** Asks a model and disposes of it. */
async function answer(
	model: tfl.LayersModel,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal: AbortSignal | undefined,
): Promise<Float32Array> {
	const [values] = await ask(model, model, images, count, shape, signal);
	if (!values) throw new Error('the model gives no answer');
	return values;
}

/** Asks a model for the values of all its layers and disposes of it. */
async function valuesInside(
	model: tfl.LayersModel,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Float32Array>> {
	const layers = model.layers.filter((layer) => !Array.isArray(layer.output));
	const open = tfl.model({ inputs: model.inputs, outputs: layers.map((layer) => layer.output as tfl.SymbolicTensor) });
	const values = await ask(model, open, images, count, shape, signal);
	return new Map(layers.map((layer, at) => [layer.name, values[at] ?? new Float32Array()]));
}

/** `asked` is `model`, or another view of its layers. */
async function ask(
	model: tfl.LayersModel,
	asked: tfl.LayersModel,
	images: Float32Array,
	count: number,
	shape: TensorShape,
	signal: AbortSignal | undefined,
): Promise<readonly Float32Array[]> {
	const size = images.length / count;
	const answers: Float32Array[][] = [];
	try {
		for (let from = 0; from < count; from += AT_A_TIME) {
			signal?.throwIfAborted();
			const to = Math.min(count, from + AT_A_TIME);
			const some = tf.tidy(() => {
				const input = tf.tensor(images.subarray(from * size, to * size), [to - from, ...shape]);
				return [asked.predict(input)].flat().map((output) => Float32Array.from(output.dataSync()));
			});
			answers.push(some);
			await new Promise((resolve) => setImmediate(resolve));
		}
	} finally {
		model.dispose();
	}
	return (answers[0] ?? []).map((_, place) => joined(answers.map((some) => some[place] ?? new Float32Array())));
}

function joined(parts: readonly Float32Array[]): Float32Array {
	const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Whatever computes already; else WebAssembly, else plain JavaScript. */
async function chooseBackend(): Promise<void> {
	if (tf.engine().backendName) return;
	if (await tf.setBackend('wasm').catch(() => false)) return;
	await tf.setBackend('cpu');
}
