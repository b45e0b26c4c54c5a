import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import type { Scene } from '#shared/picture/scene.ts';
import type { Box } from '../layout/units.ts';

/** Where cards and frames stand, by their keys. */
export function boxesOf({ nodes, cards, frames }: Scene): ReadonlyMap<string, Box> {
	return new Map<string, Box>([
		...nodes.map(({ node, position }) => [node.id, { ...position, ...CARD_SIZE }] as const),
		...cards.map(({ group, position }) => [groupKey(group.id), { ...position, ...CARD_SIZE }] as const),
		...frames.map(({ group, box }) => [groupKey(group.id), box] as const),
	]);
}
