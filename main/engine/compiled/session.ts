import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type * as tf from '@tensorflow/tfjs-core';
import type { GraphNode } from './graph/graph.ts';
import { encodeSavedModel, type Signature } from './proto/savedModel.ts';

/** A signature of a graph that is loaded, as tfjs-node gives it. */
interface LoadedSignature {
	predict(inputs: Readonly<Record<string, tf.Tensor>>): Readonly<Record<string, tf.Tensor>>;
	dispose(): void;
}

/** tfjs-node's door to TensorFlow sessions. */
interface SavedModelLoader {
	loadSavedModel(folder: string, tags: readonly string[], signature: string): Promise<LoadedSignature>;
}

/** A graph in a TensorFlow session of its own, which keeps the graph's variables until `dispose`. */
export class Session<Name extends string> {
	readonly #signatures: ReadonlyMap<Name, LoadedSignature>;

	/** Writes the graph into a temporary folder, has the library read it, and deletes it. */
	static async open<Name extends string>(
		loader: SavedModelLoader,
		nodes: readonly GraphNode[],
		signatures: Readonly<Record<Name, Signature>>,
	): Promise<Session<Name>> {
		const folder = mkdtempSync(path.join(os.tmpdir(), 'layerloom-graph-'));
		try {
			await writeFile(path.join(folder, 'saved_model.pb'), encodeSavedModel(nodes, signatures));
			const loaded = new Map<Name, LoadedSignature>();
			// One after the other: the first opens the session that the others share.
			for (const name of Object.keys(signatures) as Name[]) loaded.set(name, await loader.loadSavedModel(folder, ['serve'], name));
			return new Session(loaded);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	private constructor(signatures: ReadonlyMap<Name, LoadedSignature>) {
		this.#signatures = signatures;
	}

	/** Runs the part of the graph that the signature's outputs need. Inputs and outputs belong to the caller. */
	run(name: Name, inputs: Readonly<Record<string, tf.Tensor>>): Readonly<Record<string, tf.Tensor>> {
		const signature = this.#signatures.get(name);
		if (!signature) throw new Error(`the graph has no signature ${name}`);
		return signature.predict(inputs);
	}

	dispose(): void {
		for (const signature of this.#signatures.values()) signature.dispose();
	}
}
