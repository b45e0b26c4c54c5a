import { create } from 'zustand';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import type { GraphDocument, NodeId } from '#shared/graph/document.ts';
import type { InferenceContext } from '#shared/inference/context.ts';
import type { Inference, NodeInference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { largestSide } from '#shared/picture/glyph.ts';
import type { Message } from '#shared/text/message.ts';
import { useDocumentStore } from './documentStore.ts';

interface DerivedState {
	/** Sizes, costs and problems of the document as it is; `null` without a document. */
	readonly inference: Inference | null;
	/** Description of the document's dataset once the host has answered. */
	readonly dataset: DatasetDescription | null;
	/** Why the dataset could not be described: its folder is gone, no class in it. */
	readonly datasetProblem: Message | null;
	/** Bytes of this machine's memory, as soon as the host has told; a network that needs more is a problem like any other. */
	readonly memoryBudget: number | null;
	setDataset(dataset: DatasetDescription | null, problem?: Message | null): void;
	setMemoryBudget(bytes: number): void;
}

/** What is derived from the document: recomputed in the same tick as the edit, only where it depends on it. */
export const useDerivedStore = create<DerivedState>()((set) => ({
	inference: null,
	dataset: null,
	datasetProblem: null,
	memoryBudget: null,
	setDataset: (dataset, datasetProblem = null) => {
		const { document } = useDocumentStore.getState();
		set((before) => ({ dataset, datasetProblem, inference: inferNow(document, { ...before, dataset }) }));
	},
	setMemoryBudget: (memoryBudget) => {
		const { document } = useDocumentStore.getState();
		set((before) => ({ memoryBudget, inference: inferNow(document, { ...before, memoryBudget }) }));
	},
}));

function inferNow(document: GraphDocument | null, state: DerivedState): Inference | null {
	return document ? inferShapes(document, contextOf(state), state.inference ?? undefined) : null;
}

/** What sizes and checks depend on besides the document. */
export function contextOf({ dataset, memoryBudget }: Pick<DerivedState, 'dataset' | 'memoryBudget'>): InferenceContext {
	return memoryBudget === null ? { dataset } : { dataset, memoryBudget };
}

useDocumentStore.subscribe((state, before) => {
	if (state.document === before.document) return;
	useDerivedStore.setState({ inference: inferNow(state.document, useDerivedStore.getState()) });
});

export function useInference(): Inference | null {
	return useDerivedStore((state) => state.inference);
}

/** Derived facts of one node; keeps its identity while nothing about the node changes. */
export function useNodeInference(node: NodeId): NodeInference | null {
	return useDerivedStore((state) => state.inference?.nodes.get(node) ?? null);
}

const largestSides = new WeakMap<Inference, number>();

/** Largest height or width in the network, in pixels, by which the pictures of sizes are scaled. */
export function useLargestSide(): number {
	return useDerivedStore(({ inference }) => {
		if (!inference) return 1;
		const known = largestSides.get(inference);
		if (known !== undefined) return known;
		const made = largestSide(Array.from(inference.nodes.values(), (node) => node.output));
		largestSides.set(inference, made);
		return made;
	});
}
