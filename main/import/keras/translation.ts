import { z } from 'zod';
import type { NodeConfig } from '#shared/graph/document.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import type { Message } from '#shared/text/message.ts';
import type { ImportedTensor } from '../importer.ts';

export type Json = Readonly<Record<string, unknown>>;

/** What feeds a part: an input of the call, or a part before it. */
export type Source = { readonly input: number } | { readonly part: number };

/** One of our layers that a Keras layer becomes. */
export interface Part {
	readonly kind: string;
	readonly config: NodeConfig;
	/** The first takes all that comes in, the others what the one before gives, unless they say otherwise. */
	readonly from?: readonly Source[];
}

/** Our layers, the last of which gives the answer, and where the weights go. */
export interface Layers {
	readonly kind: 'layers';
	readonly parts: readonly Part[];
	/** Our names of the weights, in Keras's order. */
	readonly weights: readonly string[];
	/** Those that no training changes. */
	readonly fixed: readonly string[];
	/** Place of the part that has the weights; the first where nothing is said. */
	readonly holder?: number;
	/** Weights of that part from those of the file, where they are not the same. */
	readonly arrange?: (tensors: readonly ImportedTensor[]) => Readonly<Record<string, ImportedTensor | undefined>>;
}

/** What becomes of one Keras layer. */
export type Translation =
	| Layers
	/** Hands on its input. */
	| { readonly kind: 'dropped'; readonly note: Message | null }
	| { readonly kind: 'unknown'; readonly reason: Message };

/** Where programs that write Keras's configs mean other things by them. */
export interface Dialect {
	/** Growing by straight lines counts from the first corner of cells, as here; Keras counts from their middle. */
	readonly countsFromCorner?: true;
	/** `hard_sigmoid` rises by a fifth, as until Keras 2; since Keras 3 by a sixth. */
	readonly steepHardSigmoid?: boolean;
}

export interface LayerCall {
	/** Sizes of what comes in, without the batch, as the layer has them; `null` where they are not known. */
	readonly shapes: readonly (TensorShape | null)[];
	/** Numbers among what an operation takes, `null` for layers: `x / 127.5` is `[null, 127.5]`. */
	readonly operands: readonly (number | null)[];
	readonly dialect: Dialect;
}

export type Rule = (config: Json, call: LayerCall) => Translation | null;

export function layers(parts: readonly Part[], weights: readonly string[] = [], more: Partial<Layers> = {}): Layers {
	return { kind: 'layers', parts, weights, fixed: [], ...more };
}

export function one(kind: string, config: NodeConfig = {}, from?: readonly Source[]): Layers {
	return layers([part(kind, config, from)]);
}

export function part(kind: string, config: NodeConfig = {}, from?: readonly Source[]): Part {
	return { kind, config, ...(from && { from }) };
}

export const rescaling = (scale: number, offset = 0, from?: readonly Source[]): Part => part('rescaling', { scale, offset }, from);
export const activation = (name: string, from?: readonly Source[]): Part => part('activation', { activation: name }, from);

export const pair = z.union([z.int().transform((size): [number, number] => [size, size]), z.tuple([z.int(), z.int()])]);

/** Axes that a setting names, counted from 0 behind the batch. */
export function axesOf(axis: unknown, rank: number): readonly number[] | null {
	const parsed = z.union([z.int().transform((single) => [single]), z.array(z.int())]).safeParse(axis);
	return parsed.success ? parsed.data.map((value) => (value < 0 ? value + rank : value - 1)).sort((a, b) => a - b) : null;
}

/** Whether a setting names the last axis alone, which is what it means where it is left out. */
export function isLastAxis(axis: unknown, { shapes: [shape] }: LayerCall): boolean {
	const rank = shape?.length ?? 3;
	return axesOf(axis ?? -1, rank)?.join() === String(rank - 1);
}
