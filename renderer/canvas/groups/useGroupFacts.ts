import type { GraphGroup } from '#shared/graph/document.ts';
import { type GroupFacts, groupFacts } from '#shared/inference/groupFacts.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore } from '../../document/selectors.ts';

/** Derived facts of a group; keeps its identity while nothing is edited. */
export function useGroupFacts(group: GraphGroup): GroupFacts | null {
	const document = useDocumentStore((state) => state.document);
	return useDerivedStore(({ inference }) => (document && inference ? groupFacts(document, inference, group) : null));
}
