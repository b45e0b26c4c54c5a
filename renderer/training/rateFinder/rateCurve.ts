import { RATE_SWEEP, type RatePoint } from '#shared/training/rateFinder.ts';

/** Size of the picture and the room around the plot, in pixels. */
export const PLOT = { width: 640, height: 280, left: 44, right: 16, top: 24, bottom: 40 } as const;

/** Losses far above the first one would press the interesting part flat; the curve leaves the picture there. */
const HEADROOM = 1.25;

export interface RateCurve {
	/** Path of the smoothed losses. */
	readonly smoothed: string;
	readonly dots: readonly { readonly x: number; readonly y: number }[];
	readonly yTicks: readonly { readonly y: number; readonly value: number }[];
	readonly xTicks: readonly { readonly x: number; readonly exponent: number }[];
	readonly xOf: (rate: number) => number;
	readonly yOf: (loss: number) => number;
}

/** Where the losses lie in the picture: rates by powers of ten, losses evenly. */
export function layOutCurve(points: readonly RatePoint[]): RateCurve {
	const losses = points.flatMap(({ loss, smoothed }) => [loss, smoothed]).filter(Number.isFinite);
	const start = points[0]?.smoothed ?? 1;
	const top = Math.min(Math.max(...losses, start), start * HEADROOM);
	const step = niceStep(top / 4);
	const max = Math.ceil(top / step - 1e-9) * step;
	const bottomY = PLOT.height - PLOT.bottom;
	const first = Math.log10(RATE_SWEEP.from);
	const last = Math.log10(RATE_SWEEP.to);
	const xOf = (rate: number): number => PLOT.left + ((Math.log10(rate) - first) / (last - first)) * (PLOT.width - PLOT.left - PLOT.right);
	const yOf = (loss: number): number => bottomY - (loss / max) * (bottomY - PLOT.top);
	return {
		smoothed: points.map(({ rate, smoothed }, index) => `${index === 0 ? 'M' : 'L'}${round(xOf(rate))} ${round(yOf(smoothed))}`).join(''),
		dots: points.filter(({ loss }) => loss <= max).map(({ rate, loss }) => ({ x: round(xOf(rate)), y: round(yOf(loss)) })),
		yTicks: Array.from({ length: Math.round(max / step) + 1 }, (_, index) => ({
			y: yOf(index * step),
			value: Number((index * step).toPrecision(6)),
		})),
		xTicks: Array.from({ length: Math.round(last - first) + 1 }, (_, index) => ({
			x: xOf(10 ** (first + index)),
			exponent: Math.round(first + index),
		})),
		xOf,
		yOf,
	};
}

/** 1, 2 or 5 times a power of ten, the next one up. */
function niceStep(least: number): number {
	const power = 10 ** Math.floor(Math.log10(least));
	return ([1, 2, 5].find((digit) => digit * power >= least - 1e-12) ?? 10) * power;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
