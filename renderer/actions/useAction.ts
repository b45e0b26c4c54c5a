import { useCallback, useSyncExternalStore } from 'react';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useHost } from '../host.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { runAction } from './runAction.ts';

const stores = [useDocumentStore, useDerivedStore, useViewStore, useTrainingStore];

function subscribe(listener: () => void): () => void {
	const stops = stores.map((store) => store.subscribe(listener));
	return () => {
		for (const stop of stops) stop();
	};
}

/** Whether an action can run now; kept up to date. */
export function useIsEnabled(action: Action): boolean {
	return useSyncExternalStore(subscribe, action.isEnabled);
}

/** Runs any action on this window's host. */
export function useRunAction(): (action: Action) => void {
	const host = useHost();
	return useCallback((action) => runAction(action, { host }), [host]);
}
