/** One axis of a sliding window, all in input cells. Filled by `slideWindow`. */
export interface WindowAxis {
	readonly input: number;
	readonly window: number;
	readonly dilation: number;
	readonly stride: number;
	readonly padBefore: number;
	readonly padAfter: number;
	/** `(window − 1)·dilation + 1` */
	readonly effectiveWindow: number;
	readonly output: number;
	/** Rows or columns at the end of the padded input that no window reaches. */
	readonly remainder: number;
}

export interface WindowGeometry {
	readonly height: WindowAxis;
	readonly width: WindowAxis;
}
