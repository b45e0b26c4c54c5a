import { median, quantile } from '../statistics.ts';
import { type Chunk, covered, merge, readTrace, type TraceEvent } from './trace.ts';

/** What the frames of one gesture took, in milliseconds. */
export interface FrameTimes {
	readonly frames: number;
	/** Between the starts of two frames. */
	readonly interval: Spread;
	/** Of the page's main thread in one frame: scripts, styles, layout and what else is the page's own doing. */
	readonly app: Spread;
	/** Of the same thread: writing down what is to be drawn, and waiting until the compositor has taken it. */
	readonly painting: Spread;
	/** Of other threads, which draw the pixels: a graphics card's work, where there is one. */
	readonly raster: Spread;
	/** Share of intervals that are longer than a frame at 60 per second. */
	readonly lateShare: number;
	/** Share of frames in which the page's own doing took longer than that. */
	readonly busyShare: number;
}

interface Spread {
	readonly median: number;
	readonly p95: number;
	readonly longest: number;
}

const FRAME_MS = 1000 / 60;
/** A screen's frames come a little early or late; one that is missed makes an interval of two. */
export const LATE_MS = FRAME_MS + 1.5;

const TASKS: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const PAINTING: ReadonlySet<string> = new Set(['Paint', 'Layerize', 'Commit', 'UpdateLayer', 'CompositeLayers']);

/** Frames between the first and the last that the page's own loop of `requestAnimationFrame` asked for. */
export function readFrames(trace: string): FrameTimes {
	const events = readTrace(trace);
	const thread = busiestThread(events);
	const own = events.filter((event) => threadOf(event) === thread);
	const starts = frameStarts(own);
	// The outer of two nested tasks counts alone.
	const tasks = merge(own.filter(({ name }) => TASKS.has(name)));
	const painting = merge(own.filter(({ name }) => PAINTING.has(name)));
	const raster = events.filter(({ name }) => name === 'RasterTask');
	const frames = starts.slice(1).map((end, index): Chunk => ({ ts: starts[index] ?? end, dur: end - (starts[index] ?? end) }));
	const paintingTimes = covered(frames, painting);
	const app = covered(frames, tasks).map((all, index) => Math.max(0, all - (paintingTimes[index] ?? 0)));
	const intervals = frames.map(({ dur }) => dur / 1000);
	return {
		frames: frames.length,
		interval: spreadOf(intervals),
		app: spreadOf(app),
		painting: spreadOf(paintingTimes),
		raster: spreadOf(covered(frames, raster)),
		lateShare: shareOver(intervals, LATE_MS),
		busyShare: shareOver(app, FRAME_MS),
	};
}

function threadOf({ pid, tid }: TraceEvent): string {
	return `${pid} ${tid}`;
}

/** Process and thread that drew the frames: the page's main thread. */
function busiestThread(events: readonly TraceEvent[]): string {
	const counts = new Map<string, number>();
	for (const event of events) {
		if (event.name === 'FireAnimationFrame') counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Callbacks less than 2 ms after each other belong to the same frame. */
function frameStarts(events: readonly TraceEvent[]): readonly number[] {
	const calls = events.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts);
	const starts: number[] = [];
	let last = Number.NEGATIVE_INFINITY;
	for (const { ts, dur } of calls) {
		if (ts - last > 2000) starts.push(ts);
		last = ts + dur;
	}
	return starts;
}

function spreadOf(values: readonly number[]): Spread {
	return { median: median(values), p95: quantile(values, 0.95), longest: quantile(values, 1) };
}

function shareOver(values: readonly number[], limit: number): number {
	return values.length === 0 ? 0 : values.filter((value) => value > limit).length / values.length;
}
