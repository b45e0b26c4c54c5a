import { MantineProvider } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { onSystemColorScheme, resolveColorScheme, useColorSchemeStore } from './colorScheme.ts';
import { cssVariablesResolver } from './cssVariables.ts';
import { theme } from './theme.ts';

function subscribe(listener: () => void): () => void {
	const stopChoice = useColorSchemeStore.subscribe(listener);
	const stopSystem = onSystemColorScheme(listener);
	return () => {
		stopChoice();
		stopSystem();
	};
}

/** The theme that the user chose or the system has, `light` or `dark`. */
export function useColorScheme(): 'light' | 'dark' {
	return useSyncExternalStore(subscribe, () => resolveColorScheme(useColorSchemeStore.getState().choice));
}

/** Puts tokens and Mantine on one colour scheme, named by `data-mantine-color-scheme` on the root element. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
	return (
		<MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={useColorScheme()}>
			{children}
		</MantineProvider>
	);
}
