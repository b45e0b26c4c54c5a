import { defaultSettings } from '#shared/graph/create.ts';
import type { NodeConfig } from '#shared/graph/document.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { parseConfig } from '#shared/layers/fields.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import { type Message, message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import type { ImportedLayer, ImportedTensor } from '../importer.ts';
import { LIMITS } from '../limits.ts';

/**
 * A value that a layer of ours gives, and how the file's axes lie in it. The file counts `[batch, channels, height, width]`, we have
 * `[height, width, channels]`: `axes` names for each axis of the file after the batch the one of ours, `[2, 0, 1]`, or `null` for an axis
 * of one cell that ours lacks. A file's transposition only changes `axes`.
 */
export interface Tensor {
	readonly layer: string;
	/** Without the batch, in our order; `null` behind a placeholder. */
	readonly shape: TensorShape | null;
	readonly axes: readonly (number | null)[];
	/** For a row of numbers in another order: the place among ours of each of the file's; `null` where it is the same. */
	readonly order: Int32Array | null;
}

/** A layer that may still take in what follows it. */
interface OpenLayer {
	name: string;
	readonly kind: string;
	config: NodeConfig;
	readonly inputs: readonly string[];
	weights: ReadonlyMap<string, ImportedTensor>;
	readonly isFrozen: boolean;
	readonly unknown?: Message;
	/** Weights that it has a setting for, and an activation. */
	readonly takesBias: boolean;
}

export interface LayerParts {
	readonly config?: NodeConfig;
	readonly weights?: Readonly<Record<string, ImportedTensor | undefined>>;
	readonly isFrozen?: boolean;
	/** It can have a bias and an activation of its own. */
	readonly takesBias?: boolean;
}

/** Axes of a map, of a row, or of anything whose axes lie as ours. */
export const MAP_AXES = [2, 0, 1] as const;

/** Makes layers of ours one by one, and knows the size of what each gives. */
export class NetworkBuilder {
	readonly #layers = new Map<string, OpenLayer>();
	readonly notes: Message[] = [];

	layers(): readonly ImportedLayer[] {
		return [...this.#layers.values()].map(({ takesBias, ...layer }) => layer);
	}

	/** Adds a layer; `[height, width, channels]` of the inputs decide what it gives. Throws where its settings are out of bounds. */
	add(
		name: string,
		kind: string,
		inputs: readonly Tensor[],
		{ config = {}, weights = {}, isFrozen = false, takesBias = false }: LayerParts = {},
	): Tensor {
		const definition = layerDefinition(kind);
		const parsed = definition && parseConfig(definition, config);
		if (!definition || !parsed?.ok) throw new Unsupported();
		const shapes = inputs.map(({ shape }) => shape);
		let shape: TensorShape | null = null;
		if (shapes.every((known) => known !== null)) {
			const inferred = definition.inferShape(parsed.value, shapes, { settings: defaultSettings, dataset: null });
			if (!inferred.ok) throw new Unsupported();
			shape = inferred.value.output;
		}
		const own = new Map(Object.entries(weights).flatMap(([weight, tensor]) => (tensor ? [[weight, tensor] as const] : [])));
		const layer = this.#put({ name, kind, config, inputs: inputs.map((input) => input.layer), weights: own, isFrozen, takesBias });
		return { layer, shape, axes: shape === null || shape.length === 3 ? MAP_AXES : identity(shape.length), order: null };
	}

	/** What stands for a layer that is not known. */
	addPlaceholder(name: string, operator: string, inputs: readonly Tensor[], reason: Message): Tensor {
		const feeds = inputs.map((input) => input.layer);
		const layer = this.#put({
			name,
			kind: `ONNX ${operator}`,
			config: {},
			inputs: feeds,
			weights: new Map(),
			isFrozen: false,
			takesBias: false,
			unknown: reason,
		});
		return { layer, shape: null, axes: MAP_AXES, order: null };
	}

	/** Puts a bias into a layer that has none yet; false where it cannot take one. */
	takeBias(layer: string, bias: Float32Array): boolean {
		const open = this.#layers.get(layer);
		if (!open?.takesBias || open.config.useBias !== false || open.config.activation !== 'linear') return false;
		open.config = { ...open.config, useBias: true };
		open.weights = new Map([...open.weights, ['bias', { shape: [bias.length], values: bias }]]);
		return true;
	}

	/** Lets a layer end with an activation; false where it cannot. */
	takeActivation(layer: string, activation: string): boolean {
		const open = this.#layers.get(layer);
		if (!open?.takesBias || open.config.activation !== 'linear') return false;
		open.config = { ...open.config, activation };
		return true;
	}

	/** The tensor as a map, `[height, width, channels]`; it is turned or shaped where it lies otherwise. */
	toMap(tensor: Tensor): Tensor {
		const { shape, axes, layer } = tensor;
		if (shape === null) return tensor;
		if (axes.length !== 3 || tensor.order) throw new Unsupported();
		if (shape.length === 3) {
			if (axes.every((axis, place) => axis === MAP_AXES[place])) return tensor;
			const [channels, height, width] = axes;
			return this.#permute(`${layer} turned`, tensor, [height, width, channels]);
		}
		const dims = axes.map((axis) => (axis === null ? 1 : (shape[axis] ?? 1)));
		const inOrder = axes.filter((axis) => axis !== null);
		if (!isRising(inOrder)) throw new Unsupported();
		// Ours lie as the file's; with a single axis longer than one cell, any order is the same.
		const [channels = 1, height = 1, width = 1] = dims;
		if (channels !== 1 && height * width !== 1) {
			const whole = this.add(`${layer} shaped`, 'reshape', [tensor], { config: { targetShape: dims } });
			return this.toMap({ ...whole, axes: [0, 1, 2] });
		}
		return this.add(`${layer} shaped`, 'reshape', [tensor], { config: { targetShape: [height, width, channels] } });
	}

	/** The tensor with its values in the order in which the file counts them. */
	inFileOrder(tensor: Tensor): Tensor {
		const { axes, layer } = tensor;
		if (tensor.order) throw new Unsupported();
		const present = axes.filter((axis) => axis !== null);
		if (isRising(present)) return tensor;
		return {
			...this.#permute(`${layer} turned`, tensor, present),
			axes: axes.map((axis) => (axis === null ? null : present.indexOf(axis))),
		};
	}

	#permute(name: string, tensor: Tensor, dims: readonly (number | null | undefined)[]): Tensor {
		if (dims.some((axis) => axis == null)) throw new Unsupported();
		return this.add(name, 'permute', [tensor], { config: { dims: dims.map((axis) => (axis ?? 0) + 1) } });
	}

	#put(layer: OpenLayer): string {
		if (this.#layers.size >= LIMITS.layers) throw new Problem(message('importing.problem.tooManyLayers', { limit: LIMITS.layers }));
		let name = layer.name;
		for (let number = 2; this.#layers.has(name); number++) name = `${layer.name}_${number}`;
		this.#layers.set(name, { ...layer, name });
		return name;
	}
}

/** An operator whose settings have no counterpart here. */
export class Unsupported extends Error {}

export function identity(count: number): readonly number[] {
	return Array.from({ length: count }, (_, axis) => axis);
}

function isRising(axes: readonly number[]): boolean {
	return axes.every((axis, place) => place === 0 || axis > (axes[place - 1] ?? 0));
}
