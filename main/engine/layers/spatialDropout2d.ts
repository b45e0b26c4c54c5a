import { Dropout } from './dropout.ts';

/** Drops whole feature maps: `[n, h, w, c]` draws n · c times (Tompson et al. 2015). */
export class SpatialDropout2D extends Dropout {
	static override readonly className = 'SpatialDropout2D';

	protected override maskShape(input: number[]): number[] {
		return input.map((dim, axis) => (axis === 0 || axis === input.length - 1 ? dim : 1));
	}
}
