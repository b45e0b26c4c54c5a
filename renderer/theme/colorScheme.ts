import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ColorSchemeChoice = 'auto' | 'light' | 'dark';

interface ColorSchemeState {
	readonly choice: ColorSchemeChoice;
	choose(choice: ColorSchemeChoice): void;
}

/** Light, dark, or what the system says; remembered in this browser or window. */
export const useColorSchemeStore = create<ColorSchemeState>()(
	persist((set) => ({ choice: 'auto', choose: (choice) => set({ choice }) }), { name: 'layerloom.colorScheme' }),
);

const order: readonly ColorSchemeChoice[] = ['auto', 'light', 'dark'];

export function nextColorScheme(choice: ColorSchemeChoice): ColorSchemeChoice {
	return order[(order.indexOf(choice) + 1) % order.length] ?? 'auto';
}

const systemPrefersDark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function resolveColorScheme(choice: ColorSchemeChoice): 'light' | 'dark' {
	if (choice !== 'auto') return choice;
	return systemPrefersDark().matches ? 'dark' : 'light';
}

/** Calls back when the system switches between light and dark. */
export function onSystemColorScheme(listener: () => void): () => void {
	const query = systemPrefersDark();
	query.addEventListener('change', listener);
	return () => query.removeEventListener('change', listener);
}
