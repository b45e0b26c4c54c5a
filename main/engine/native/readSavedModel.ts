import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { lastNodes } from '../compiled/proto/lastNodes.ts';
import { nativeBinding } from './binding.ts';
import { loadNative } from './native.ts';

const GRAPH_FILE = 'saved_model.pb';

/** A batch of inputs, one sample after the other. */
export interface SavedModelInputs {
	readonly images: Float32Array;
	readonly count: number;
	/** Of one sample. */
	readonly shape: readonly number[];
}

/**
 * Answers of a SavedModel's signature `serving_default`, `count × size` under the signature's name for them, by TensorFlow's own loader:
 * it knows nothing but the folder. Throws where the native library is not installed or the folder holds no SavedModel.
 */
export function answerSavedModel(folder: string, inputs: SavedModelInputs, breathe: () => Promise<void>) {
	return withLibrary((library) => answerBy(library, folder, inputs, breathe));
}

/** The last value of every layer, by its name, for the same inputs. */
export function valuesInsideSavedModel(folder: string, inputs: SavedModelInputs, breathe: () => Promise<void>) {
	return withLibrary(() => valuesInside(folder, inputs, breathe));
}

async function answerBy(library: Library, folder: string, inputs: SavedModelInputs, breathe: () => Promise<void>) {
	const model = await library.node.loadSavedModel(folder);
	try {
		const { outputNodeNames } = model;
		const [name] = Object.keys(outputNodeNames);
		if (name === undefined) throw new Error('the SavedModel gives no answer');
		return await askEach(inputs, breathe, (sample) => {
			const values = tf.tidy(() => {
				const answer = model.predict(tf.tensor(sample, [1, ...inputs.shape]));
				if (!(answer instanceof tf.Tensor)) throw new Error('the SavedModel gives several answers');
				return Float32Array.from(answer.dataSync());
			});
			return new Map([[name, values]]);
		});
	} finally {
		model.dispose();
	}
}

async function valuesInside(folder: string, { images, count, shape }: SavedModelInputs, breathe: () => Promise<void>) {
	const { input, nodes } = lastNodes(await readFile(path.join(folder, GRAPH_FILE)));
	const binding = nativeBinding();
	const session = binding.loadSavedModel(folder, 'serve');
	try {
		return await askEach({ images, count, shape }, breathe, (sample) => {
			const fed = binding.createTensor([1, ...shape], binding.TF_FLOAT, sample);
			const received = binding.runSavedModel(session, [fed], input, [...nodes.values()].map((node) => `${node}:0`).join(','));
			const values = received.map(({ id }) => Float32Array.from(binding.tensorDataSync(id)));
			for (const tensor of [fed, ...received.map(({ id }) => id)]) binding.deleteTensor(tensor);
			return new Map([...nodes.keys()].map((layer, place) => [layer, values[place] ?? new Float32Array()]));
		});
	} finally {
		binding.deleteSavedModel(session);
	}
}

type Library = typeof import('@tensorflow/tfjs-node');

/** Whatever computed before computes afterwards. */
async function withLibrary<T>(use: (library: Library) => Promise<T>): Promise<T> {
	const before = tf.engine().backendName;
	await loadNative();
	try {
		return await use(await import('@tensorflow/tfjs-node'));
	} finally {
		if (before) await tf.setBackend(before);
	}
}

/** One sample after the other, and the values of all together. */
async function askEach(
	{ images, count }: SavedModelInputs,
	breathe: () => Promise<void>,
	ask: (sample: Float32Array) => ReadonlyMap<string, Float32Array>,
): Promise<ReadonlyMap<string, Float32Array>> {
	const size = images.length / count;
	const collected = new Map<string, Float32Array>();
	for (let at = 0; at < count; at++) {
		for (const [name, values] of ask(images.slice(at * size, (at + 1) * size))) {
			const all = collected.get(name) ?? new Float32Array(count * values.length);
			all.set(values, at * values.length);
			collected.set(name, all);
		}
		await breathe();
	}
	return collected;
}
