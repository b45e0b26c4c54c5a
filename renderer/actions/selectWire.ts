import type { GraphEdge } from '#shared/graph/document.ts';
import { isSameEdge } from '#shared/graph/query.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { drawnWire } from '../canvas/groups/sceneEnds.ts';
import { sceneNow } from '../canvas/groups/sceneNow.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Wires that the next press goes through: those of the selected card, or of the card that the selected wire leaves. */
function candidates(): readonly GraphEdge[] {
	const scene = sceneNow();
	const { selectedEdge, selection } = useViewStore.getState();
	if (!scene) return [];
	const [selected] = selection;
	const key = selected ?? (selectedEdge ? drawnWire(scene, selectedEdge)?.source : undefined);
	const out = scene.wires.filter(({ source }) => source === key);
	return [...out, ...scene.wires.filter(({ target }) => target === key)].map(({ edges }) => edges[0]);
}

/** Goes by keyboard to the wires of a layer or a group, one after the other; Delete then takes one away. */
export const selectWire: Action = {
	name: 'selectWire',
	group: 'edit',
	keys: ['W'],
	isEnabled: () => isOnCanvas() && candidates().length > 0,
	run: () => {
		const { selectedEdge, set } = useViewStore.getState();
		const wires = candidates();
		const at = selectedEdge ? wires.findIndex((wire) => isSameEdge(wire, selectedEdge)) : -1;
		const next = wires[(at + 1) % wires.length];
		if (!next) return;
		set({ selectedEdge: next, selection: new Set() });
		canvasHandle.current?.focusWire(next);
	},
};
