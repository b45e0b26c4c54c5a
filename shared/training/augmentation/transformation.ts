import type { RandomStream } from '../../random.ts';
import type { MapShape } from '../../tensor/shape.ts';

/** How strong a transformation is, as a person sets it. Off is no strength at all, not 0. */
export interface Strength {
	/** `share`: 0.1 is shown as 10 %. `degrees`: as it is. `plain`: a number without a unit. */
	readonly unit: 'share' | 'degrees' | 'plain';
	readonly min: number;
	readonly max: number;
	/** Distance between two stops of the slider. */
	readonly step: number;
	/** What it is switched on with. */
	readonly usual: number;
}

/**
 * Where the value of an output pixel comes from, in pixels from the centre of the picture:
 * `x' = xx · x + xy · y + dx`, `y' = yx · x + yy · y + dy`.
 */
export interface Affine {
	readonly xx: number;
	readonly xy: number;
	readonly dx: number;
	readonly yx: number;
	readonly yy: number;
	readonly dy: number;
}

interface Common<Name extends string> {
	readonly name: Name;
	readonly strength: Strength;
	readonly text: {
		readonly label: string;
		/** What it does, and what it teaches the network. */
		readonly help: string;
		/** When it does harm. */
		readonly caution: string;
	};
}

/** Moves pixels. All of them together become one resampling, so that a picture is blurred once at most. */
export interface Geometric<Name extends string = string> extends Common<Name> {
	readonly kind: 'geometric';
	draw(strength: number, random: RandomStream, size: MapShape): Affine;
}

/** Changes values where they are: `[height, width, channels]`, 0 to 255, not yet rounded; may leave that range. */
export interface Pixelwise<Name extends string = string> extends Common<Name> {
	readonly kind: 'pixelwise';
	apply(image: Float32Array, strength: number, random: RandomStream, size: MapShape): void;
}

/** Blends two pictures and their answers; `draw` is the share of the first one. */
export interface Blending<Name extends string = string> extends Common<Name> {
	readonly kind: 'blending';
	draw(strength: number, random: RandomStream): number;
}

export type Transformation<Name extends string = string> = Geometric<Name> | Pixelwise<Name> | Blending<Name>;

export function geometric<Name extends string>(definition: Omit<Geometric<Name>, 'kind'>): Geometric<Name> {
	return { kind: 'geometric', ...definition };
}

export function pixelwise<Name extends string>(definition: Omit<Pixelwise<Name>, 'kind'>): Pixelwise<Name> {
	return { kind: 'pixelwise', ...definition };
}

export function blending<Name extends string>(definition: Omit<Blending<Name>, 'kind'>): Blending<Name> {
	return { kind: 'blending', ...definition };
}

/** A number from −size to size, every one equally likely. */
export function drawBetween(random: RandomStream, size: number): number {
	return (random.nextUnit() * 2 - 1) * size;
}
