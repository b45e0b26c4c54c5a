import { useEffect, useRef, useState } from 'react';
import { type GlyphMeasure, isSameMeasure, mixMeasures } from '#shared/picture/glyph.ts';
import { isMotionReduced } from '../theme/appearance.ts';

const DURATION_MS = 160;
/** More than this at once would not be drawn fast enough to look like motion. */
const MOST = 60;
/** How many have a way to go. */
let moving = 0;

/**
 * Follows `target` (kept by the caller while it is the same) over 160 ms; stands on it at once at first, between kinds, among many that move, and
 * where motion is reduced.
 */
export function useTween(target: GlyphMeasure | null): GlyphMeasure | null {
	const [shown, setShown] = useState(target);
	const shownNow = useRef(target);
	useEffect(() => {
		const from = shownNow.current;
		const show = (measure: GlyphMeasure | null): void => {
			shownNow.current = measure;
			setShown(measure);
		};
		if (isSameMeasure(from, target)) return;
		if (from === null || target === null || from.kind !== target.kind || isMotionReduced()) {
			show(target);
			return;
		}
		let frame = 0;
		let start: number | null = null;
		moving++;
		const step = (now: number): void => {
			start ??= now;
			const share = moving > MOST ? 1 : Math.min((now - start) / DURATION_MS, 1);
			show(mixMeasures(from, target, 1 - (1 - share) ** 3));
			if (share < 1) frame = requestAnimationFrame(step);
		};
		frame = requestAnimationFrame(step);
		return () => {
			moving--;
			cancelAnimationFrame(frame);
		};
	}, [target]);
	// A change of kind must not show the old kind for a frame.
	return shown?.kind === target?.kind ? shown : target;
}
