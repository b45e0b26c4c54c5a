import type { TensorShape } from '#shared/tensor/shape.ts';
import { type NetworkBuilder, type Tensor, Unsupported } from './builder.ts';
import { integersOf } from './fold.ts';
import type { OnnxNode } from './model.ts';
import type { Constant } from './tensor.ts';

export type Value = Tensor | Constant;

/** How the rest of the graph uses what an operator takes and gives. */
export interface Uses {
	/** Nothing else takes this value, and it is no answer of the network. */
	isAlone(value: string): boolean;
	/** What takes this row of numbers does not mind in which order they stand. */
	takesAnyOrder(value: string): boolean;
}

/** One operator with what comes in, asked by the rules that put it in our words. */
export class Call {
	constructor(
		readonly node: OnnxNode,
		/** For the layer that it becomes. */
		readonly name: string,
		readonly opset: number,
		/** Pictures at once that the file was written for; `null` for any number. */
		readonly batch: number | null,
		readonly build: NetworkBuilder,
		private readonly values: readonly (Value | undefined)[],
		private readonly uses: Uses,
	) {}

	get count(): number {
		return this.values.length;
	}

	/** What a layer gives; throws where it is a number of the file, or left out. */
	tensor(place: number): Tensor {
		const value = this.values[place];
		if (!value || !('layer' in value)) throw new Unsupported();
		return value;
	}

	tensors(): readonly Tensor[] {
		return this.values.map((_, place) => this.tensor(place));
	}

	/** Numbers of the file; `undefined` where the input is left out. Throws where they come from a layer. */
	optional(place: number): Constant | undefined {
		const value = this.values[place];
		if (value && 'layer' in value) throw new Unsupported();
		return value;
	}

	constant(place: number): Constant {
		const value = this.optional(place);
		if (!value) throw new Unsupported();
		return value;
	}

	isConstant(place: number): boolean {
		const value = this.values[place];
		return value !== undefined && !('layer' in value);
	}

	floats(place: number): Float32Array {
		return Float32Array.from(this.constant(place).values);
	}

	/** Whole numbers of an attribute, or of the input that newer files have in its place. */
	integers(attribute: string, place?: number): readonly number[] | undefined {
		const given = integersOf(this.node.attributes.get(attribute));
		if (given || place === undefined) return given;
		const value = this.optional(place);
		return value && [...value.values];
	}

	number(attribute: string, otherwise: number): number {
		const value = this.node.attributes.get(attribute);
		return typeof value === 'number' ? value : otherwise;
	}

	text(attribute: string, otherwise: string): string {
		const value = this.node.attributes.get(attribute);
		return typeof value === 'string' ? value : otherwise;
	}

	/** The layer that gives this input may take in what this operator does. */
	isAlone(place: number): boolean {
		return this.uses.isAlone(this.node.inputs[place] ?? '');
	}

	get takesAnyOrder(): boolean {
		return this.uses.takesAnyOrder(this.node.outputs[0] ?? '');
	}
}

/** Puts an operator in our words: what its layer gives. Throws `Unsupported` where its settings have no counterpart. */
export type Rule = (call: Call) => Tensor;

/** The same for one with several answers, in order. */
export type SplitRule = (call: Call) => readonly Tensor[];

/** Sizes in the file's order, with 1 for axes that ours lacks. */
export function fileShape({ shape, axes }: Tensor): TensorShape {
	if (shape === null) throw new Unsupported();
	return axes.map((axis) => (axis === null ? 1 : (shape[axis] ?? 1)));
}

/** Which of our axes an axis of the file is, the batch counted. */
export function ownAxis({ axes }: Tensor, axis: number): number {
	const place = axis < 0 ? axis + axes.length : axis - 1;
	const own = axes[place];
	if (own == null) throw new Unsupported();
	return own;
}
