import type { ExportPurpose } from '#shared/ipc/exportPurpose.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { TensorShape } from '#shared/tensor/shape.ts';
import type { Message } from '#shared/text/message.ts';
import type { TrainingData } from '../datasets/trainingData.ts';
import type { ModelOrigin } from './modelCard.ts';
import type { Obstacle } from './obstacle.ts';

/** A trained network on its way out. */
export interface ExportModel {
	readonly plan: ModelPlan;
	readonly weights: readonly NamedWeight[];
	/** Class names in the order of the answer. */
	readonly classes: readonly string[];
	/** The samples that the network was trained on, for programs that train it again; `null` where they cannot be read any more. */
	readonly readData?: (signal?: AbortSignal) => Promise<TrainingData | null>;
	/** What the network was made from, for people. */
	readonly origin?: ModelOrigin;
	/** Script and style of the page that shows a network, as they were built. */
	readonly readPage?: () => Promise<{ readonly script: string; readonly style: string }>;
}

/** Inputs for the proof: images NHWC in [0, 1]. */
export interface ProofInputs {
	readonly images: Float32Array;
	readonly count: number;
	/** Of one image: rows, columns, channels. */
	readonly shape: TensorShape;
}

/**
 * The values of a SavedModel by TensorFlow's own library, which lives in the engine's host: `outputs`, `count × size`; with `wantsInside`
 * those of every layer, by its name. Throws a `Problem` where the library is not at work.
 */
export type ReadSavedModel = (folder: string, inputs: ProofInputs, wantsInside: boolean) => Promise<ReadonlyMap<string, Float32Array>>;

/** What a reader works with. */
export interface ReadTools {
	readonly signal?: AbortSignal | undefined;
	readonly readSavedModel: ReadSavedModel;
}

/**
 * One format that a network can be taken away in: a folder under `main/export/` and a line in `exporters.ts`.
 * A format's module touches nothing but the folder that it is given.
 */
export interface Exporter {
	/** Stable, as typed on the command line: `tfjs`. */
	readonly name: string;
	/** What people take it for. */
	readonly purpose: ExportPurpose;
	readonly title: Message;
	/** In a few words, beside the title. */
	readonly summary: Message;
	readonly description: Message;
	/** Pictures are given to the model channels first; else rows, columns, channels. */
	readonly takesChannelsFirst?: true;
	/** Takes the very layers of that other format, in which it keeps the network. */
	readonly sameLayersAs?: string;
	/** What the folder will hold, for people. */
	readonly files: readonly string[];
	/** Why the network cannot be written exactly, naming the node; asked before anything is written. */
	readonly findObstacle: (model: ExportModel) => Obstacle | null;
	/** Writes the files and returns their names, relative to `folder`. */
	readonly write: (model: ExportModel, folder: string, signal?: AbortSignal) => Promise<readonly string[]>;
	/** Opens what was written by a reader that knows nothing of the network, and gives its answers: `count × classes`. */
	readonly readBack: (folder: string, inputs: ProofInputs, tools: ReadTools) => Promise<Float32Array>;
	/**
	 * The same reader's values inside the network, for finding the layer where the values part: `count × size` by the name of the plan's
	 * op, channels last. Ops whose values the format does not keep apart are missing.
	 */
	readonly readBackInside?: (folder: string, inputs: ProofInputs, tools: ReadTools) => Promise<ReadonlyMap<string, Float32Array>>;
	/** Code that needs another language to run is not part of the proof: `readBack` computes with the weights that were written. */
	readonly provesWeightsAlone?: true;
	/** How to use the files, for the README of the export. */
	readonly usage: Message;
}
