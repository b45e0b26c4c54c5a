import { create } from 'zustand';
import type { GraphDocument, Position } from '#shared/graph/document.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { isMotionReduced } from '../../theme/appearance.ts';
import { itemOf } from '../groups/nameOf.ts';

const DURATION_MS = 260;
/** More cards than this would not be drawn fast enough to look like motion. */
const MOST_CARDS = 400;

/** Where cards are shown while they glide to where the document already has them; `null` at rest. */
export const useGlideStore = create<{ readonly positions: ReadonlyMap<string, Position> | null }>()(() => ({ positions: null }));

let frame: number | null = null;

/** Shows cards on their way from where they were in `before` to where they are now. Any edit on the way ends it. */
export function glideFrom(before: GraphDocument, keys: readonly string[]): void {
	stop();
	const { document } = useDocumentStore.getState();
	if (!document || keys.length > MOST_CARDS || isMotionReduced()) return;
	const ways = keys.flatMap((key) => {
		const from = itemOf(before, key)?.position;
		const to = itemOf(document, key)?.position;
		return from && to && (from.x !== to.x || from.y !== to.y) ? [{ key, from, to }] : [];
	});
	if (ways.length === 0) return;
	const start = performance.now();
	const draw = (now: number): void => {
		const share = Math.min(1, Math.max(0, (now - start) / DURATION_MS));
		if (share === 1 || useDocumentStore.getState().document !== document) {
			stop();
			return;
		}
		const eased = 1 - (1 - share) ** 3;
		useGlideStore.setState({ positions: new Map(ways.map(({ key, from, to }) => [key, between(from, to, eased)])) });
		frame = requestAnimationFrame(draw);
	};
	draw(start);
}

function stop(): void {
	if (frame !== null) cancelAnimationFrame(frame);
	frame = null;
	if (useGlideStore.getState().positions) useGlideStore.setState({ positions: null });
}

function between(from: Position, to: Position, share: number): Position {
	return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
