/** A stretch of time, in microseconds. */
export interface Chunk {
	readonly ts: number;
	readonly dur: number;
}

/** An entry of Chromium's trace. */
export interface TraceEvent extends Chunk {
	readonly name: string;
	readonly pid: number;
	readonly tid: number;
}

/** What the frames are read from. */
export const TRACE_CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

export function readTrace(trace: string): readonly TraceEvent[] {
	const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly (Omit<TraceEvent, 'dur'> & { readonly dur?: number })[] };
	return traceEvents.map(({ name, pid, tid, ts, dur = 0 }) => ({ name, pid, tid, ts, dur }));
}

/** The chunks in order, those that overlap as one. */
export function merge(chunks: readonly Chunk[]): readonly Chunk[] {
	const merged: { ts: number; dur: number }[] = [];
	for (const { ts, dur } of [...chunks].sort((a, b) => a.ts - b.ts)) {
		const last = merged.at(-1);
		if (last && ts <= last.ts + last.dur) last.dur = Math.max(last.dur, ts + dur - last.ts);
		else merged.push({ ts, dur });
	}
	return merged;
}

/** Milliseconds of the chunks that lie in each frame. */
export function covered(frames: readonly Chunk[], chunks: readonly Chunk[]): readonly number[] {
	const ordered = [...chunks].sort((a, b) => a.ts - b.ts);
	const longest = Math.max(0, ...ordered.map(({ dur }) => dur));
	let first = 0;
	return frames.map((frame) => {
		while (first < ordered.length && (ordered[first]?.ts ?? 0) + longest < frame.ts) first++;
		let sum = 0;
		for (let index = first; index < ordered.length; index++) {
			const chunk = ordered[index];
			if (!chunk || chunk.ts >= frame.ts + frame.dur) break;
			sum += Math.max(0, Math.min(chunk.ts + chunk.dur, frame.ts + frame.dur) - Math.max(chunk.ts, frame.ts));
		}
		return sum / 1000;
	});
}
