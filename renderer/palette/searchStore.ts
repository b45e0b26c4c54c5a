import { create } from 'zustand';
import type { Position } from '#shared/graph/document.ts';
import { canvasHandle, canvasPointer } from '../canvas/canvasHandle.ts';
import type { WireStart } from '../canvas/connect/wireStart.ts';

export interface LayerSearchRequest {
	/** Point of the window where the search opens; `null` in the middle of the canvas. */
	readonly at: Position | null;
	/** Where the new layer goes on the canvas; `null` after the selected one. */
	readonly place: Position | null;
	/** The wires that the new layer is to take; empty for a layer by itself. */
	readonly from: readonly WireStart[];
}

interface SearchStore {
	readonly request: LayerSearchRequest | null;
}

/** The search for a layer that is open over the canvas. */
export const useSearchStore = create<SearchStore>()(() => ({ request: null }));

/** Opens the search where the pointer is, or where wires were let go. */
export function openLayerSearch(options: { readonly at?: Position; readonly from?: readonly WireStart[] } = {}): void {
	const at = options.at ?? canvasPointer();
	const place = at && canvasHandle.current ? canvasHandle.current.toCanvas(at) : null;
	useSearchStore.setState({ request: { at, place, from: options.from ?? [] } });
}

export function closeLayerSearch(): void {
	useSearchStore.setState({ request: null });
}
