import { create } from 'zustand';

interface AnnouncementStore {
	readonly text: string;
	/** Makes two equal announcements two. */
	readonly count: number;
}

/** The latest news for screen readers; spoken by the live region of the window. */
export const useAnnouncementStore = create<AnnouncementStore>()(() => ({ text: '', count: 0 }));

export function announce(text: string): void {
	useAnnouncementStore.setState((before) => ({ text, count: before.count + 1 }));
}
