import { Notifications } from '@mantine/notifications';
import { Suspense } from 'react';
import { type Host, HostContext } from './host.ts';
import { usePreferencesStore } from './preferences/preferencesStore.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { Shell } from './shell/Shell.tsx';
import { Skeleton } from './shell/Skeleton.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';

/** The whole window: theme, connection, and what to show until the program has answered. */
export function App({ host, session }: { readonly host: Host; readonly session: Promise<void> }) {
	const choice = usePreferencesStore();
	return (
		<ThemeProvider choice={choice}>
			<ErrorBoundary>
				<HostContext value={host}>
					<Notifications position="bottom-right" />
					<Suspense fallback={<Skeleton />}>
						<Shell session={session} />
					</Suspense>
				</HostContext>
			</ErrorBoundary>
		</ThemeProvider>
	);
}
