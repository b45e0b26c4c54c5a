import { groupKey } from '../../view/groupKey.ts';
import { CARD_SIZE } from '../geometry.ts';
import type { Box } from '../layout/units.ts';
import type { Scene } from './scene.ts';

/** Where cards and frames stand, by their keys. */
export function boxesOf({ nodes, cards, frames }: Scene): ReadonlyMap<string, Box> {
	return new Map<string, Box>([
		...nodes.map(({ node, position }) => [node.id, { ...position, ...CARD_SIZE }] as const),
		...cards.map(({ group, position }) => [groupKey(group.id), { ...position, ...CARD_SIZE }] as const),
		...frames.map(({ group, box }) => [groupKey(group.id), box] as const),
	]);
}
