import type { GraphGroup } from '#shared/graph/document.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useViewStore } from '../../view/viewStore.ts';

/** The group that is looked into; `null` for the whole network. */
export function useInside(): GraphGroup | null {
	const inside = useViewStore((state) => state.inside);
	return useDocumentStore(({ document }) => (document && inside !== null ? (findGroup(document, inside) ?? null) : null));
}
