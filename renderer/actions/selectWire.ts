import type { GraphEdge } from '#shared/graph/document.ts';
import { incomingEdges, isSameEdge, outgoingEdges } from '#shared/graph/query.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas, selectedNodes } from './guards.ts';

/** Wires that the next press goes through: those of the selected layer, or of the layer that the selected wire leaves. */
function candidates(): readonly GraphEdge[] {
	const { document } = useDocumentStore.getState();
	const { selectedEdge } = useViewStore.getState();
	const [node] = selectedNodes();
	const id = node?.id ?? selectedEdge?.source;
	return document && id !== undefined ? [...outgoingEdges(document, id), ...incomingEdges(document, id)] : [];
}

/** Goes by keyboard to the wires of a layer, one after the other; Delete then takes one away. */
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
