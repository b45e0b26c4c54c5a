import { z } from 'zod';
import { messageSchema } from './event.ts';

/** Rates tried, from the first batch to the last, evenly by powers of ten: 20 to each (Smith 2017, "Cyclical Learning Rates", §3.3). */
export const RATE_SWEEP = { from: 1e-6, to: 10, steps: 141 } as const;
/** Share of the smoothed loss that each new one leaves in place. */
const SMOOTHING = 0.9;
/** A smoothed loss this many times the lowest one has run away; larger rates would only be worse. */
const RUNAWAY = 4;
/** The slope is taken over this many points to each side, since single batches go up and down. */
const SLOPE_REACH = 5;
/** A loss that fell by less than this share was not moved by any rate. */
const SMALLEST_FALL = 0.05;
/** How far below the rate of the lowest loss it is safe to train. */
const SAFETY = 10;

/** Loss at one rate. */
export interface RatePoint {
	readonly rate: number;
	readonly loss: number;
	/** Mean over the batches before, the recent ones counting most. */
	readonly smoothed: number;
}

export interface RateSuggestion {
	/** The one to use, with two digits. */
	readonly rate: number;
	/** Where the loss fell fastest. */
	readonly steepest: number;
	/** Where the loss was lowest; beyond it learning breaks down. */
	readonly lowest: number;
}

const ratePoint = z.object({ rate: z.number(), loss: z.number(), smoothed: z.number() });
const suggestion = z.object({ rate: z.number(), steepest: z.number(), lowest: z.number() });

/** Progress of one search, in order. */
export const rateEventSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('preparing'), stage: z.enum(['engine', 'data', 'model']) }),
	z.object({ kind: z.literal('point'), step: z.int(), steps: z.int(), point: ratePoint }),
	z.object({
		kind: z.literal('ended'),
		status: z.enum(['finished', 'stopped', 'failed']),
		reason: messageSchema.nullable(),
		/** `null` where no rate made the loss fall. */
		suggestion: suggestion.nullable(),
	}),
]);
export type RateEvent = z.infer<typeof rateEventSchema>;

/** The rate of a step, from 0. */
export function sweptRate(step: number): number {
	const { from, to, steps } = RATE_SWEEP;
	return from * (to / from) ** (step / (steps - 1));
}

/** Adds the loss of the next batch to the curve; the smoothed loss is a running mean without a bias towards 0 (Kingma and Ba 2015, §3). */
export function nextPoint(points: readonly RatePoint[], loss: number): RatePoint {
	const step = points.length;
	const before = points.at(-1);
	const weightOfPast = 1 - SMOOTHING ** step;
	const past = before ? before.smoothed * weightOfPast : 0;
	const smoothed = (past * SMOOTHING + loss * (1 - SMOOTHING)) / (1 - SMOOTHING ** (step + 1));
	return { rate: sweptRate(step), loss, smoothed };
}

/** True when the loss has run away, so that the search may end. */
export function hasRunAway(points: readonly RatePoint[]): boolean {
	const last = points.at(-1);
	if (!last) return false;
	const lowest = Math.min(...points.map(({ smoothed }) => smoothed));
	return !Number.isFinite(last.loss) || last.smoothed > RUNAWAY * lowest;
}

/**
 * The rate where the loss falls fastest, and no more than a tenth of that where it is lowest: there it is about to rise again.
 * `null` where no rate made it fall.
 */
export function suggestRate(points: readonly RatePoint[]): RateSuggestion | null {
	const finite = points.filter(({ smoothed }) => Number.isFinite(smoothed));
	const [first] = finite;
	if (!first) return null;
	const lowestAt = finite.reduce((best, point, place) => (point.smoothed < (finite[best]?.smoothed ?? 0) ? place : best), 0);
	const lowest = finite[lowestAt];
	if (!lowest || lowest.smoothed > first.smoothed * (1 - SMALLEST_FALL)) return null;
	let steepest = first;
	let fastest = 0;
	for (let place = SLOPE_REACH; place + SLOPE_REACH <= lowestAt; place++) {
		const fall = (finite[place - SLOPE_REACH]?.smoothed ?? 0) - (finite[place + SLOPE_REACH]?.smoothed ?? 0);
		const here = finite[place];
		if (fall <= fastest || !here) continue;
		fastest = fall;
		steepest = here;
	}
	const rate = Math.min(steepest.rate, lowest.rate / SAFETY);
	return { rate: Number(rate.toPrecision(2)), steepest: steepest.rate, lowest: lowest.rate };
}
