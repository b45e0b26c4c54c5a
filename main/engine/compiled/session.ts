import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NativeBinding, TensorValues } from '../native/binding.ts';
import { fullName, type GraphNode } from './graph/graph.ts';
import { encodeSavedModel, type Signature } from './proto/savedModel.ts';

/** Values for one input, row-major. */
export interface Feed {
	readonly shape: readonly number[];
	readonly values: TensorValues;
}

/** A graph in a TensorFlow session of its own, which keeps the graph's variables until `dispose`. */
export class Session<Name extends string> {
	readonly #binding: NativeBinding;
	readonly #session: number;
	readonly #signatures: Readonly<Record<Name, Signature>>;

	/** Writes the graph into a temporary folder, has the library read it, and deletes it. */
	static async open<Name extends string>(
		binding: NativeBinding,
		nodes: readonly GraphNode[],
		signatures: Readonly<Record<Name, Signature>>,
	): Promise<Session<Name>> {
		const folder = mkdtempSync(path.join(os.tmpdir(), 'layerloom-graph-'));
		try {
			await writeFile(path.join(folder, 'saved_model.pb'), encodeSavedModel(nodes, signatures));
			return new Session(binding, binding.loadSavedModel(folder, 'serve'), signatures);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	private constructor(binding: NativeBinding, session: number, signatures: Readonly<Record<Name, Signature>>) {
		this.#binding = binding;
		this.#session = session;
		this.#signatures = signatures;
	}

	/** Runs the part of the graph that the outputs asked for need. Inputs that others stand in for may be left out. */
	run(
		name: Name,
		feeds: Readonly<Record<string, Feed>>,
		wanted: readonly string[] = Object.keys(this.#signatures[name].outputs),
	): Readonly<Record<string, TensorValues>> {
		const { inputs, outputs } = this.#signatures[name];
		const binding = this.#binding;
		const fed: string[] = [];
		const tensors: number[] = [];
		try {
			for (const [key, { shape, values }] of Object.entries(feeds)) {
				const input = inputs[key];
				if (!input) throw new Error(`the graph's signature ${name} has no input ${key}`);
				fed.push(fullName(input));
				tensors.push(binding.createTensor(shape, this.#typeOf(values), values));
			}
			const fetched = wanted.map((key) => {
				const output = outputs[key];
				if (!output) throw new Error(`the graph's signature ${name} has no output ${key}`);
				return fullName(output);
			});
			const received = binding.runSavedModel(this.#session, tensors, fed.join(','), fetched.join(','));
			tensors.push(...received.map(({ id }) => id));
			const values = received.map(({ id }) => binding.tensorDataSync(id));
			return Object.fromEntries(wanted.map((key, place) => [key, values[place] ?? new Float32Array(0)]));
		} finally {
			for (const tensor of tensors) binding.deleteTensor(tensor);
		}
	}

	/** Tensors alive in the library, whoever made them. */
	countTensors(): number {
		return this.#binding.getNumOfTensors();
	}

	dispose(): void {
		this.#binding.deleteSavedModel(this.#session);
	}

	#typeOf(values: TensorValues): number {
		if (values instanceof Float32Array) return this.#binding.TF_FLOAT;
		return values instanceof Int32Array ? this.#binding.TF_INT32 : this.#binding.TF_UINT8;
	}
}
