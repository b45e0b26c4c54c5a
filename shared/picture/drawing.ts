/** How a line or a filled form looks; colours are `#rrggbb`. */
export interface Paint {
	readonly fill?: string;
	readonly stroke?: string;
	readonly strokeWidth?: number;
	readonly dash?: readonly [number, number];
	/** 0 to 1. */
	readonly opacity?: number;
}

/** Typefaces of a picture: text and its emphasis. */
export type Face = 'text' | 'strong';

export interface TextShape {
	readonly kind: 'text';
	readonly x: number;
	/** Of the baseline. */
	readonly y: number;
	readonly text: string;
	readonly size: number;
	readonly face: Face;
	readonly fill: string;
	readonly anchor: 'start' | 'middle' | 'end';
}

/** One mark of a picture, in pixels from its own place. */
export type Shape =
	| (Paint & {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly radius?: number;
	  })
	| (Paint & { readonly kind: 'path'; readonly d: string })
	| TextShape
	| {
			readonly kind: 'part';
			/** Of the layer or group that it shows. */
			readonly id: string;
			/** What it shows in words, for a screen reader and a pointer that rests on it. */
			readonly label: string;
			readonly x: number;
			readonly y: number;
			readonly opacity?: number;
			readonly shapes: readonly Shape[];
	  };

/** A picture without a format: what SVG, PDF and the window draw alike. */
export interface Drawing {
	readonly title: string;
	/** Left top corner and size of what is drawn, in pixels. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly background: string;
	readonly shapes: readonly Shape[];
}

/** Boxes of layers and groups in a drawing, by their ids. */
export interface PartBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
