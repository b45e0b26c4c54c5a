import { MantineProvider, useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { type AppearanceChoice, markRoot, onSystemAppearance, resolveAppearance } from './appearance.ts';
import { cssVariablesResolver } from './cssVariables.ts';
import { theme } from './theme.ts';

/** The theme on screen, `light` or `dark`. */
export function useColorScheme(): 'light' | 'dark' {
	return useComputedColorScheme('light');
}

interface ThemeProviderProps {
	readonly choice: AppearanceChoice;
	readonly children: ReactNode;
}

/** Puts tokens and Mantine on one appearance, named by attributes of the root element. */
export function ThemeProvider({ choice, children }: ThemeProviderProps) {
	const scheme = useSyncExternalStore(onSystemAppearance, () => resolveAppearance(choice).scheme);
	useLayoutEffect(() => {
		const mark = (): void => markRoot(resolveAppearance(choice));
		mark();
		return onSystemAppearance(mark);
	}, [choice]);
	return (
		<MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
			{children}
		</MantineProvider>
	);
}
