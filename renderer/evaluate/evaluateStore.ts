import { create } from 'zustand';
import type { WirePixels } from '../ui/pixels.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Test images with this label that got this answer. */
export interface Cell {
	readonly label: number;
	readonly answer: number;
}

export type AnswerFilter = 'all' | 'wrong' | Cell;

/** What the network is asked about. */
export type Picked =
	| { readonly kind: 'sample'; readonly index: number; readonly label: number; readonly pixels: WirePixels }
	| { readonly kind: 'drawing'; readonly pixels: WirePixels }
	| { readonly kind: 'file'; readonly name: string; readonly pixels: WirePixels };

interface EvaluateState {
	readonly tab: 'images' | 'draw' | 'file';
	readonly filter: AnswerFilter;
	readonly picked: Picked | null;
	set(changes: Partial<Pick<EvaluateState, 'tab' | 'filter'>>): void;
	pick(picked: Picked | null): void;
	/** Goes to the test images of one cell of the confusion table. */
	showCell(cell: Cell): void;
}

/** What is looked at in Explain; kept while one looks elsewhere, never saved. */
export const useEvaluateStore = create<EvaluateState>()((set) => ({
	tab: 'images',
	filter: 'all',
	picked: null,
	set: (changes) => set(changes),
	pick: (picked) => {
		set({ picked });
		if (picked) useViewStore.getState().set({ inspectorTab: 'answer' });
	},
	showCell: (cell) => {
		set({ tab: 'images', filter: cell });
		if (useViewStore.getState().mode !== 'explain') useViewStore.getState().showMode('explain');
	},
}));
