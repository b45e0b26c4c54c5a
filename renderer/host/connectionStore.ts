import { create } from 'zustand';

export type ConnectionState = 'connecting' | 'connected' | 'lost';

interface ConnectionStore {
	readonly state: ConnectionState;
	/** Raised with each new connection, so that streams can be asked for again. */
	readonly generation: number;
	set(state: ConnectionState): void;
}

/** Whether the program behind the page answers. */
export const useConnectionStore = create<ConnectionStore>()((set) => ({
	state: 'connecting',
	generation: 0,
	set: (state) => set((before) => ({ state, generation: state === 'connected' ? before.generation + 1 : before.generation })),
}));
