import type { Position } from '#shared/graph/document.ts';
import { canEdit } from '../../actions/guards.ts';
import { boxesOf } from '../groups/boxesOf.ts';
import type { DragPositions } from '../groups/moveScene.ts';
import { sceneNow } from '../groups/sceneNow.ts';
import { branchSelected } from './branchCards.ts';
import { useBranchStore } from './branchStore.ts';

/** A drag begins: with Alt the cards stay, and copies of them are dragged. */
export function beginBranch(isCopy: boolean): void {
	if (isCopy && canEdit()) useBranchStore.setState({ positions: new Map() });
}

export function isBranching(): boolean {
	return useBranchStore.getState().positions !== null;
}

export function moveBranch(places: Iterable<readonly [key: string, position: Position]>): void {
	const { positions } = useBranchStore.getState();
	if (positions) useBranchStore.setState({ positions: new Map([...positions, ...places]) });
}

/** Makes the copies where they were let go. */
export function endBranch(places: DragPositions): void {
	useBranchStore.setState({ positions: null });
	const scene = sceneNow();
	const [[key, to] = ['', { x: 0, y: 0 }]] = places;
	const from = scene && boxesOf(scene).get(key);
	if (from && (from.x !== to.x || from.y !== to.y)) branchSelected({ x: to.x - from.x, y: to.y - from.y });
}
