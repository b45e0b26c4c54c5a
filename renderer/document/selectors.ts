import { create } from 'zustand';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import type { NodeId } from '#shared/graph/document.ts';
import type { Inference, NodeInference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { useDocumentStore } from './documentStore.ts';

interface DerivedState {
	/** Sizes, costs and problems of the document as it is; `null` without a document. */
	readonly inference: Inference | null;
	/** Description of the document's dataset once the host has answered. */
	readonly dataset: DatasetDescription | null;
	setDataset(dataset: DatasetDescription | null): void;
}

/** What is derived from the document: recomputed in the same tick as the edit, only where it depends on it. */
export const useDerivedStore = create<DerivedState>()((set, get) => ({
	inference: null,
	dataset: null,
	setDataset: (dataset) => {
		const { document } = useDocumentStore.getState();
		set({ dataset, inference: document ? inferShapes(document, { dataset }, get().inference ?? undefined) : null });
	},
}));

useDocumentStore.subscribe((state, before) => {
	if (state.document === before.document) return;
	const { dataset, inference } = useDerivedStore.getState();
	useDerivedStore.setState({ inference: state.document ? inferShapes(state.document, { dataset }, inference ?? undefined) : null });
});

export function useInference(): Inference | null {
	return useDerivedStore((state) => state.inference);
}

/** Derived facts of one node; keeps its identity while nothing about the node changes. */
export function useNodeInference(node: NodeId): NodeInference | null {
	return useDerivedStore((state) => state.inference?.nodes.get(node) ?? null);
}
