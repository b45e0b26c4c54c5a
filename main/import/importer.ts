import type { NodeConfig } from '#shared/graph/document.ts';
import type { Message } from '#shared/text/message.ts';

/** Values of a weight in the order of our own layouts: channels last, row-major. */
export interface ImportedTensor {
	readonly shape: readonly number[];
	readonly values: Float32Array;
}

/** One layer of a file, in our words. */
export interface ImportedLayer {
	/** As in the file; unique among the layers. */
	readonly name: string;
	readonly kind: string;
	readonly config: NodeConfig;
	/** Names of the layers that feed it, in order. */
	readonly inputs: readonly string[];
	/** By the names of the kind's own weights. */
	readonly weights: ReadonlyMap<string, ImportedTensor>;
	readonly isFrozen: boolean;
	/** Why it stands for a layer that is not known here; absent where it is known. */
	readonly unknown?: Message;
}

/** What a file says, before it is a document. Layers stand after those that feed them. */
export interface ImportedNetwork {
	readonly name: string;
	readonly layers: readonly ImportedLayer[];
	/** Layer whose values are the network's answer. */
	readonly answer: string;
	/** What was left out or reads differently here. */
	readonly notes: readonly Message[];
}

/** A format that is read. One folder each, one line in `importers.ts`. */
export interface Importer {
	readonly name: string;
	readonly title: Message;
	/** Endings of its files, with the dot, in small letters. */
	readonly endings: readonly string[];
	/**
	 * Runs nothing that the file holds; its size was checked before. Throws a `Problem` where it asks too much or is of another kind; any other
	 * error means that the file is damaged.
	 */
	read(path: string, signal?: AbortSignal): Promise<ImportedNetwork>;
}
