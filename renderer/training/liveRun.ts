import { assertNever } from '#shared/assertNever.ts';
import type { EngineName, EpochResult, Evaluation, RunAdvice, RunSummary, TrainingEvent } from '#shared/training/event.ts';

/** A running mean of the epoch that is under way; `at` counts epochs: 2.5 is the middle of the third. */
export interface TrailPoint {
	readonly at: number;
	readonly loss: number | null;
	readonly accuracy: number | null;
}

/** Where the batches stand in the epoch that is under way. */
export interface BatchProgress {
	/** Both 0-based; `batch` is the last one done. */
	readonly epoch: number;
	readonly batch: number;
	readonly loss: number | null;
	readonly accuracy: number | null;
	readonly imagesPerSecond: number;
	readonly secondsLeft: number | null;
}

/** What the events of one run add up to; the same whether they came live or were replayed after a reload. */
export interface LiveRun {
	readonly run: string;
	readonly phase: 'preparing' | 'training' | 'testing' | 'ended';
	/** What is being prepared and how far it is; the share is `null` while it cannot be known. */
	readonly preparing: { readonly stage: 'engine' | 'data' | 'model'; readonly share: number | null } | null;
	readonly started: {
		readonly engine: EngineName;
		readonly epochs: number;
		readonly batchesPerEpoch: number;
		readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
	} | null;
	readonly batch: BatchProgress | null;
	/** Means so far within the running epoch, for the moving end of the curve. */
	readonly trail: readonly TrailPoint[];
	readonly results: readonly EpochResult[];
	/** Held between two batches. */
	readonly isPaused: boolean;
	/** What could be done better, in the order in which it was noticed. */
	readonly advice: readonly RunAdvice[];
	readonly end: {
		readonly status: 'finished' | 'stopped' | 'failed';
		/** As it came; see `asMessage`. */
		readonly reason: RunSummary['reason'];
		readonly evaluation: Evaluation | null;
	} | null;
}

/** Enough for a smooth line of one epoch, however long it takes. */
const LONGEST_TRAIL = 400;

export function startLiveRun(run: string): LiveRun {
	return {
		run,
		phase: 'preparing',
		preparing: null,
		started: null,
		batch: null,
		trail: [],
		results: [],
		isPaused: false,
		advice: [],
		end: null,
	};
}

/** The next state of a run after one event; events of another run change nothing. */
export function reduceTraining(state: LiveRun, event: TrainingEvent): LiveRun {
	if (event.run !== state.run) return state;
	switch (event.kind) {
		case 'preparing':
			return { ...state, phase: 'preparing', preparing: { stage: event.stage, share: event.share } };
		case 'started': {
			const { engine, epochs, batchesPerEpoch, samples } = event;
			return { ...state, phase: 'training', preparing: null, started: { engine, epochs, batchesPerEpoch, samples } };
		}
		case 'batch': {
			const { epoch, batch, loss, accuracy, imagesPerSecond, secondsLeft } = event;
			const perEpoch = state.started?.batchesPerEpoch ?? 1;
			const point: TrailPoint = { at: epoch + (batch + 1) / perEpoch, loss, accuracy };
			const trail = state.batch?.epoch === epoch ? [...state.trail, point] : [point];
			return {
				...state,
				phase: 'training',
				batch: { epoch, batch, loss, accuracy, imagesPerSecond, secondsLeft },
				trail: trail.length > LONGEST_TRAIL ? trail.filter((_, index) => index % 2 === 1) : trail,
			};
		}
		case 'epoch':
			return {
				...state,
				results: [...state.results.filter((result) => result.epoch !== event.result.epoch), event.result],
				trail: [],
			};
		case 'paused':
			return { ...state, isPaused: true };
		case 'continued':
			return { ...state, isPaused: false };
		case 'advice': {
			const { advice, node, epoch, message } = event;
			return { ...state, advice: [...state.advice.filter((known) => known.advice !== advice), { advice, node, epoch, message }] };
		}
		case 'testing':
			return { ...state, phase: 'testing', trail: [] };
		case 'ended':
			return {
				...state,
				phase: 'ended',
				isPaused: false,
				trail: [],
				end: { status: event.status, reason: event.reason, evaluation: event.evaluation },
			};
		default:
			return assertNever(event);
	}
}

/** Loss by which epochs are ranked: validation where some is held back, else training. */
export function rankingLoss(result: EpochResult): number | null {
	return result.validation ? result.validation.loss : result.train.loss;
}

/** The epoch with the lowest ranking loss, the first of equals; `null` before the first number. */
export function findBestEpoch(results: readonly EpochResult[]): EpochResult | null {
	let best: EpochResult | null = null;
	let lowest = Number.POSITIVE_INFINITY;
	for (const result of results) {
		const loss = rankingLoss(result);
		if (loss !== null && loss < lowest) {
			best = result;
			lowest = loss;
		}
	}
	return best;
}

/** Numbers of the progress display, all counted from the events. */
export interface ProgressNumbers {
	/** Done part of the whole run, 0 to 1. */
	readonly share: number;
	/** 1-based, for people. */
	readonly epoch: number;
	readonly epochs: number;
	readonly images: number;
	readonly imagesPerEpoch: number;
	readonly batchesLeft: number;
	readonly batchesPerEpoch: number;
	readonly secondsSoFar: number;
}

/** How far a run is; `null` until it has started. `batchSize` tells how many images a batch stands for. */
export function measureProgress(state: LiveRun, batchSize: number): ProgressNumbers | null {
	const { started, batch, results } = state;
	if (!started) return null;
	const total = started.epochs * started.batchesPerEpoch;
	const isEpochOpen = batch !== null && !results.some((result) => result.epoch === batch.epoch);
	const batchesOfEpoch = isEpochOpen ? batch.batch + 1 : 0;
	const done = results.length * started.batchesPerEpoch + batchesOfEpoch;
	const epoch = isEpochOpen ? batch.epoch : Math.min(results.length, started.epochs - 1);
	const isBetween = !isEpochOpen && results.length >= started.epochs;
	const images = isBetween ? started.samples.train : Math.min(batchesOfEpoch * batchSize, started.samples.train);
	const secondsOfEpochs = results.reduce((sum, result) => sum + result.seconds, 0);
	const secondsOfBatches = isEpochOpen && batch.imagesPerSecond > 0 ? images / batch.imagesPerSecond : 0;
	return {
		share: total > 0 ? Math.min(1, done / total) : 0,
		epoch: epoch + 1,
		epochs: started.epochs,
		images,
		imagesPerEpoch: started.samples.train,
		batchesLeft: isBetween ? 0 : started.batchesPerEpoch - batchesOfEpoch,
		batchesPerEpoch: started.batchesPerEpoch,
		secondsSoFar: secondsOfEpochs + secondsOfBatches,
	};
}
