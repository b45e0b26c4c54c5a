import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Guide } from './snap.ts';

interface SnapStore {
	readonly isOn: boolean;
}

/** Whether dragged cards snap; kept for the next start, never part of a document. */
export const useSnapStore = create<SnapStore>()(persist((): SnapStore => ({ isOn: true }), { name: 'layerloom.snap' }));

/** Lines along which the dragged cards stand in line with others; empty at rest. */
export const useGuideStore = create<{ readonly guides: readonly Guide[] }>()(() => ({ guides: [] }));
