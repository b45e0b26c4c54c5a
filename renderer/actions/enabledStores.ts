import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { onLanguageChange } from '../text/useText.ts';
import { useEngineStore } from '../training/engineStore.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Stores that decide which actions are enabled and which keys they have. */
const stores = [useDocumentStore, useDerivedStore, useViewStore, useTrainingStore, useEngineStore, usePreferencesStore];

/** Calls back when an action may have become enabled or disabled, or has other keys or words; returns how to stop. */
export function onActionsChange(listener: () => void): () => void {
	const stops = [...stores.map((store) => store.subscribe(listener)), onLanguageChange(listener)];
	return () => {
		for (const stop of stops) stop();
	};
}
