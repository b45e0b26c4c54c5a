import type { DatasetDescription } from '../datasets/dataset.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';

/** What sizes and checks depend on besides the document. */
export interface InferenceContext {
	/** `null` where no data is chosen or it is not read yet. */
	readonly dataset: DatasetDescription | null;
	/** Bytes that a run may use on this machine, where the document sets no budget of its own. */
	readonly memoryBudget?: number;
	/** The network is only asked, not trained, so that it may have nothing to learn. */
	readonly answersOnly?: true;
	/** The catalogue, unless a test brings kinds of its own. */
	readonly lookup?: LayerLookup;
}
