import { useEffect } from 'react';
import { useDocumentStore } from '../document/documentStore.ts';
import { useConnectionStore } from '../host/connectionStore.ts';
import { useHost } from '../host.ts';
import { useTrainingStore } from './trainingStore.ts';

/** Reads the runs of the open document and follows the one under way; again after a reload or a lost connection. */
export function useTrainingLink(): void {
	const host = useHost();
	const documentId = useDocumentStore((state) => state.document?.id ?? null);
	const generation = useConnectionStore((state) => state.generation);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new connection needs a new stream
	useEffect(() => {
		void useTrainingStore.getState().open(host, documentId);
	}, [host, documentId, generation]);
}
