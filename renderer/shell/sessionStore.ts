import { create } from 'zustand';
import type { Host } from '../host.ts';

export type HostInfo = Awaited<ReturnType<Host['app']['info']>>;

interface SessionStore {
	/** What the program can do; `null` until it has answered. */
	readonly info: HostInfo | null;
}

export const useSessionStore = create<SessionStore>()(() => ({ info: null }));
