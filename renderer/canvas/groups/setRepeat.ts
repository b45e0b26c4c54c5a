import type { GraphGroup } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';

/** More copies than this nobody draws; the document itself has a limit by the number of layers. */
export const MOST_COPIES = 999;

/** Sets how many copies of a group stand in a row; true for a whole number that can be. */
export function setRepeat(group: GraphGroup, value: unknown): boolean {
	if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > MOST_COPIES) return false;
	const label = message('history.repeat', { name: group.name, repeat: value });
	useDocumentStore
		.getState()
		.edit([{ kind: 'setGroup', group: group.id, changes: { repeat: value } }], { label, mergeKey: `repeat ${group.id}` });
	announce(currentFormatter().text(label));
	return true;
}
