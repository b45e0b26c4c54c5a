import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

/** The repair offered first: for the selected layer, else for the first problem of the network. */
function firstFix() {
	const { selection } = useViewStore.getState();
	const withFix = (useDerivedStore.getState().inference?.diagnostics ?? []).filter((diagnostic) => diagnostic.fixes.length > 0);
	const isSelected = ({ place }: Diagnostic): boolean => place.kind === 'node' && selection.has(place.node);
	return (withFix.find(isSelected) ?? withFix[0])?.fixes[0];
}

export const applyFirstFix: Action = {
	name: 'applyFirstFix',
	group: 'network',
	keys: ['mod+.'],
	worksInFields: true,
	isEnabled: () => canEdit() && firstFix() !== undefined,
	run: () => {
		const fix = firstFix();
		if (!fix) return;
		useDocumentStore.getState().edit(fix.edits, { label: fix.label });
		announce(currentFormatter().text(fix.label));
	},
};
