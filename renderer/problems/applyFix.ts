import type { Fix } from '#shared/inference/diagnostic.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';

/** Repairs in one step, named in the history as the button was. */
export function applyFix(fix: Fix): void {
	useDocumentStore.getState().edit(fix.edits, { label: fix.label });
	announce(currentFormatter().text(fix.label));
}
