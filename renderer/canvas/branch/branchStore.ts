import { create } from 'zustand';
import type { DragPositions } from '../groups/moveScene.ts';

/** Copies that are dragged off their originals: where they would land, by the keys of the originals; `null` while none are. */
export const useBranchStore = create<{ readonly positions: DragPositions | null }>()(() => ({ positions: null }));
