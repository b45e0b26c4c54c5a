import { useCallback, useSyncExternalStore } from 'react';
import { useHost } from '../host.ts';
import type { Action } from './action.ts';
import { onActionsChange } from './enabledStores.ts';
import { runAction } from './runAction.ts';

/** Whether an action can run now; kept up to date. */
export function useIsEnabled(action: Action): boolean {
	return useSyncExternalStore(onActionsChange, action.isEnabled);
}

/** Runs any action on this window's host. */
export function useRunAction(): (action: Action) => void {
	const host = useHost();
	return useCallback((action) => runAction(action, { host }), [host]);
}
