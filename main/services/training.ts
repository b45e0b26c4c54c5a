import type { DatasetReference, Split } from '#shared/datasets/dataset.ts';
import type { GraphDocument, WeightsReference } from '#shared/graph/document.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { Message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { EngineName, Evaluation, RunMaker, RunNotes, RunSummary, StartedFrom, TrainingEvent } from '#shared/training/event.ts';
import type { RateEvent } from '#shared/training/rateFinder.ts';
import type { ReadSavedModel } from '../export/exporter.ts';

/** Which engine trains, and why a faster one does not. */
export interface EngineStatus {
	readonly state: 'starting' | 'ready' | 'missing';
	readonly name: EngineName | null;
	readonly description: string | null;
	readonly threads: number | null;
	readonly reasons: readonly Message[];
}

/** Probabilities by class. */
export interface Prediction {
	readonly probabilities: readonly number[];
	readonly classes: readonly string[];
	/** The right answer, where it is known. */
	readonly label: number | null;
}

/** A run's network with the weights that it keeps. */
export interface TrainedModel {
	readonly run: RunSummary;
	readonly plan: ModelPlan;
	readonly weights: readonly NamedWeight[];
	/** Classes of the data that the run trained on. */
	readonly classes: readonly string[];
}

/** What a run was made from, and on what. */
export interface RunDetails {
	/** As it was when the run started. */
	readonly document: GraphDocument;
	readonly training: TrainingConfig;
	/** `fingerprint` is the SHA-256 of the samples; `null` before they were read. */
	readonly dataset: {
		readonly reference: DatasetReference | null;
		readonly fingerprint: string | null;
		readonly classes: readonly string[];
	};
	readonly made: RunMaker;
}

export interface RunAnswer {
	readonly index: number;
	readonly label: number;
	readonly answer: number;
	readonly probability: number;
	readonly picture: Picture;
}

/** Everything that the requests about engines and runs need; one per program. */
export interface Training {
	/** Has the engine load, and the bundled data be read, before anybody asks for them: programs with a window or a page call it as they start. */
	startEngine(): void;
	/** The current answer at once, then each change. */
	engineStatus(signal?: AbortSignal): AsyncGenerator<EngineStatus, void, void>;
	/** Checks the document, makes the run's folder and starts; returns the run's id. */
	start(document: GraphDocument, engine: EngineName | null): Promise<string>;
	/** A finished run without epochs that keeps the weights the document starts from; the same one for the same network and weights. */
	adopt(document: GraphDocument): Promise<string>;
	/** Puts the weights of a run where its document can start from them. */
	takeWeights(run: string): Promise<WeightsReference>;
	/** What training would begin with; `null` where all weights are random. Throws a `Problem` where the weights are gone. */
	startsFrom(document: GraphDocument): Promise<StartedFrom | null>;
	/**
	 * Does ahead what a run of this document would begin with, so that its first batch comes sooner; the run itself comes out the same. Takes the
	 * place of what was prepared before; does nothing while a run is under way or where the document cannot be trained.
	 */
	prepare(document: GraphDocument, engine: EngineName | null): Promise<void>;
	/** Events so far, then live ones until the run ends. */
	events(run: string, signal?: AbortSignal): AsyncGenerator<TrainingEvent, void, void>;
	/**
	 * Tries rising learning rates on weights of its own and tells the loss at each; ends with a suggestion. Document, runs and files
	 * stay as they are. Stops within one batch when the signal fires.
	 */
	findRate(document: GraphDocument, signal?: AbortSignal): AsyncGenerator<RateEvent, void, void>;
	stop(run: string): Promise<void>;
	/** Goes on with a run that ended before it was done, from its last checkpoint. */
	resume(run: string): Promise<void>;
	/** Holds the run before its next batch, lets it go on, or lets one batch through while it is held. */
	pause(run: string): Promise<void>;
	continue(run: string): Promise<void>;
	step(run: string): Promise<void>;
	list(documentId: string | null): Promise<readonly RunSummary[]>;
	/** Names, stars or describes a run, under way or not. */
	annotate(run: string, changes: RunNotes): Promise<void>;
	/** Everything that the run was made from. */
	details(run: string): Promise<RunDetails>;
	remove(run: string): Promise<void>;
	answers(
		run: string,
		offset: number,
		count: number,
		only: 'all' | 'wrong',
	): Promise<{ readonly total: number; readonly answers: readonly RunAnswer[] }>;
	predictSample(run: string, split: Split, index: number): Promise<Prediction>;
	predictPicture(run: string, picture: Picture): Promise<Prediction>;
	evaluate(run: string): Promise<Evaluation>;
	readModel(run: string): Promise<TrainedModel>;
	/** Opens a SavedModel by TensorFlow's own library; see `ReadSavedModel`. */
	readSavedModel: ReadSavedModel;
	/** Stops what runs, keeps the weights, ends the engine host. */
	close(): Promise<void>;
}
