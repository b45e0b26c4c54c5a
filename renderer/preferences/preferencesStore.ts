import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { defaultPreferences, type Preferences, readPreferences } from '#shared/preferences/preferences.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';

/** The preferences as the program keeps them. The copy in this browser or window only serves the first paint. */
export const usePreferencesStore = create<Preferences>()(
	persist(() => defaultPreferences, {
		name: 'layerloom.preferences',
		merge: (stored) => readPreferences(typeof stored === 'object' && stored !== null ? { ...stored } : {}).preferences,
	}),
);

/** Changes on their way to the program; until they are there, what it tells is older than what is shown. */
let underWay = 0;

/** Takes what the program keeps, also when another window changed it. */
export function acceptPreferences(preferences: Preferences): void {
	if (underWay === 0) usePreferencesStore.setState(preferences, true);
}

/** Shows the change at once and keeps it; one that cannot be kept is told and holds until the window closes. */
export async function changePreferences(host: Host, changes: Partial<Preferences>): Promise<void> {
	usePreferencesStore.setState(changes);
	underWay++;
	const kept = await host.preferences.change({ changes }).catch((error: unknown) => {
		reportProblem(error, 'preferences.notKept');
		return null;
	});
	underWay--;
	if (kept) acceptPreferences(kept);
}
