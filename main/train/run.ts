import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { classWeightsOf } from '#shared/training/classWeights.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { EngineName, EpochResult, Evaluation, TrainingEvent } from '#shared/training/event.ts';
import { isOutOfPatience } from '#shared/training/patience.ts';
import { learningRateAt } from '#shared/training/schedule.ts';
import { PicturesLeftOut } from '../datasets/decode/growingPixels.ts';
import type { RunData } from '../datasets/trainingData.ts';
import type { Batch, EngineModel } from '../engine/engine.ts';
import { Problem } from '../problem.ts';
import { decidingLoss } from './bestEpoch.ts';
import type { Checkpoint, CheckpointState } from './checkpoint.ts';
import { answerSamples, summarize } from './evaluateSamples.ts';
import type { PauseGate } from './pauseGate.ts';
import { finite, Progress } from './progress.ts';
import { Diverged, reasonFor } from './runEnd.ts';
import { countLabels, orderForEpoch, type SampleSplit, splitSamples } from './sampleOrder.ts';
import { TrainingFeed } from './trainingFeed.ts';
import type { Advice } from './watchdog/watch.ts';
import { Watchdog } from './watchdog/watchdog.ts';

/** What one run trains: a network built on an engine, its data and settings. */
export interface RunInput {
	readonly run: string;
	readonly engine: EngineName;
	readonly model: EngineModel;
	readonly plan: ModelPlan;
	readonly training: TrainingConfig;
	readonly data: RunData;
	/** Where an earlier try left off; its weights and slots are in the model already. */
	readonly from: CheckpointState | null;
}

/** What a run needs of the world around it. */
export interface RunWorld {
	readonly signal: AbortSignal;
	/** The bundled `main/augment/worker.ts`; pictures are changed in line where it is left out. */
	readonly augmentWorker?: string | undefined;
	/** Looked at between two batches. */
	readonly gate: PauseGate;
	emit(event: TrainingEvent): void;
	/** Writes the weights so far; `isBest` when they are the ones to keep. Returns when they are safe on the disk. */
	save(weights: readonly NamedWeight[], isBest: boolean): Promise<void>;
	/** Writes what the run needs to go on, in place of the checkpoint before. */
	saveCheckpoint(checkpoint: Checkpoint): Promise<void>;
	/** The run is done, or cannot go on. */
	dropCheckpoint(): Promise<void>;
	/** The weights that were saved as best. */
	readBest(): Promise<readonly NamedWeight[]>;
	/** Ends when all pictures are decoded and the data's fingerprint is told; left out where it is known from the start. */
	settleData?(): Promise<void>;
	/** Milliseconds, monotonic. */
	now(): number;
	/** Lets waiting messages in. */
	breathe(): Promise<void>;
}

const EVALUATION_BATCH = 128;

/**
 * Trains for all epochs, until the loss stops falling or until stopped, within one batch; ends with an `ended` event in every case.
 * The same input gives the same weights, in one go or from checkpoint to checkpoint: split, order, augmentation and dropout follow from
 * the plan's seed. The weights of the best epoch are kept and tested. Throws `PicturesLeftOut` without a word where the samples turn out to be others.
 */
export async function runTraining(input: RunInput, world: RunWorld): Promise<void> {
	const { run, plan, training, data } = input;
	const feed = new TrainingFeed(data, training, plan.seed, world.augmentWorker);
	try {
		const evaluation = await new Run(input, world, feed).carryOut();
		await world.settleData?.();
		await world.dropCheckpoint();
		world.emit({ kind: 'ended', run, status: 'finished', reason: null, evaluation });
	} catch (error) {
		// Over other samples it is another run: the caller begins it anew.
		if (error instanceof PicturesLeftOut) throw error;
		// The same batches would come to the same end.
		if (error instanceof Diverged) await world.dropCheckpoint();
		if (world.signal.aborted) world.emit({ kind: 'ended', run, status: 'stopped', reason: null, evaluation: null });
		else world.emit({ kind: 'ended', run, status: 'failed', reason: toJson(reasonFor(error, training.batchSize)), evaluation: null });
	} finally {
		await feed.close();
	}
}

/** A message as events carry it. */
export function toJson(reason: ReturnType<typeof message>): NonNullable<Extract<TrainingEvent, { kind: 'ended' }>['reason']> {
	return reason as NonNullable<Extract<TrainingEvent, { kind: 'ended' }>['reason']>;
}

/** The next batch; both count from 0. */
interface Place {
	readonly epoch: number;
	readonly batch: number;
}

class Run {
	readonly #input: RunInput;
	readonly #world: RunWorld;
	readonly #feed: TrainingFeed;
	readonly #split: SampleSplit;
	readonly #batches: number;
	readonly #classWeights: readonly number[] | null;
	readonly #progress: Progress;
	readonly #watchdog: Watchdog;
	readonly #epochs: EpochResult[];
	#epochStartedAt = 0;
	#checkpointAt = 0;

	constructor(input: RunInput, world: RunWorld, feed: TrainingFeed) {
		const { run, plan, training, data, from } = input;
		assertFits(plan, data);
		this.#input = input;
		this.#world = world;
		this.#feed = feed;
		this.#split = splitSamples(data.train.labels, training.validationShare, plan.seed);
		this.#batches = Math.ceil(this.#split.train.length / training.batchSize);
		this.#classWeights = classWeightsOf(training, countLabels(data.train.labels, this.#split.train, data.classes.length));
		this.#progress = new Progress(run, training, this.#split.train.length);
		this.#watchdog = new Watchdog(plan, training.learningRate, from?.advised ?? []);
		this.#epochs = [...(from?.epochs ?? [])];
	}

	async carryOut(): Promise<Evaluation | null> {
		const { run, engine, model, training, data, from } = this.#input;
		this.#world.emit({
			kind: 'started',
			run,
			engine,
			epochs: training.epochs,
			batchesPerEpoch: this.#batches,
			samples: { train: this.#split.train.length, validation: this.#split.validation.length, test: data.test.count },
			...(model.slowReason && { slowReason: toJson(model.slowReason) }),
		});
		this.#checkpointAt = this.#world.now();
		for (let epoch = from?.epoch ?? 0; epoch < training.epochs; epoch++) {
			if (isOutOfPatience(training, this.#losses())) {
				this.#advise([stoppedEarly(epoch, training.stopPatience ?? 0)], epoch);
				break;
			}
			const result = await this.#trainEpoch(epoch, from?.epoch === epoch ? from : null);
			this.#world.emit({ kind: 'epoch', run, result });
			this.#advise(this.#watchdog.seeEpoch(this.#epochs), epoch);
		}
		return this.#testBest();
	}

	/** One pass over the training samples, then over those held back; saves the weights. */
	async #trainEpoch(epoch: number, from: CheckpointState | null): Promise<EpochResult> {
		const { model, plan, training } = this.#input;
		const world = this.#world;
		this.#epochStartedAt = world.now() - (from?.elapsedMs ?? 0);
		const order = orderForEpoch(this.#split.train, plan.seed, epoch);
		this.#progress.startEpoch(world.now(), from ?? undefined);
		let batch = from?.batch ?? 0;
		for await (const samples of this.#batchesOf({ epoch, batch }, order)) {
			await this.#passGate({ epoch, batch });
			const now = await this.#trainBatch({ epoch, batch }, samples);
			batch++;
			if (now - this.#checkpointAt >= training.checkpointSeconds * 1000) await this.#checkpoint({ epoch, batch });
		}
		const train = this.#progress.means();
		const imagesPerSecond = (order.length / Math.max(1, world.now() - this.#epochStartedAt)) * 1000;
		const validation = await this.#validate(epoch);
		const result: EpochResult = { epoch, train, validation, imagesPerSecond, seconds: this.#elapsedMs() / 1000 };
		const isBest = decidingLoss(result) < Math.min(...this.#losses()) || epoch === 0;
		this.#epochs.push(result);
		await world.save(await model.readWeights(), isBest);
		await this.#checkpoint({ epoch: epoch + 1, batch: 0 });
		return { ...result, seconds: this.#elapsedMs() / 1000 };
	}

	/** Batches from a place on; a run that is stopped while it waits for pictures keeps what it learned before. */
	async *#batchesOf({ epoch, batch: first }: Place, order: Int32Array): AsyncGenerator<Batch, void, void> {
		let batch = first;
		try {
			for await (const samples of this.#feed.epoch(epoch, order, first)) {
				yield samples;
				batch++;
			}
		} catch (error) {
			if (this.#world.signal.aborted && batch * this.#input.training.batchSize < order.length) await this.#keepAndStop({ epoch, batch });
			throw error;
		}
	}

	/** Returns the time at its end. */
	async #trainBatch({ epoch, batch }: Place, samples: Batch): Promise<number> {
		const { model, training } = this.#input;
		const step = epoch * this.#batches + batch;
		const learningRate = learningRateAt(training, { step, stepsPerEpoch: this.#batches, losses: this.#losses() });
		const { loss, correct, gradientNorms } = await model.trainStep(samples, step, {
			learningRate,
			...(this.#classWeights && { classWeights: this.#classWeights }),
			wantsGradientNorms: this.#watchdog.wantsGradients(step),
		});
		if (!Number.isFinite(loss)) throw new Diverged(epoch, batch, learningRate);
		const now = this.#world.now();
		const mustTell = this.#world.gate.isHeld;
		const event = this.#progress.addBatch({ epoch, batch, now, mustTell }, { loss, correct, count: samples.count });
		if (event) this.#world.emit(event);
		this.#advise(this.#watchdog.seeBatch(loss, gradientNorms), epoch);
		return now;
	}

	/** Between two batches: ends when the run is stopped, waits while it is paused. */
	async #passGate(place: Place): Promise<void> {
		const { run } = this.#input;
		const { gate, signal } = this.#world;
		await this.#world.breathe();
		if (signal.aborted) await this.#keepAndStop(place);
		if (!gate.isHeld) return;
		await this.#keep(place);
		const pausedAt = this.#world.now();
		this.#world.emit({ kind: 'paused', run, epoch: place.epoch, batch: place.batch - 1 });
		await gate.wait();
		if (signal.aborted) await this.#keepAndStop(place);
		this.#epochStartedAt += this.#world.now() - pausedAt;
		this.#progress.restart(this.#world.now());
		if (!gate.isHeld) this.#world.emit({ kind: 'continued', run });
	}

	async #validate(epoch: number): Promise<EpochResult['validation']> {
		if (this.#split.validation.length === 0) return null;
		const { model, plan, training, data } = this.#input;
		const batchSize = Math.max(training.batchSize, EVALUATION_BATCH);
		const place = { epoch, batch: this.#batches };
		const answers = await answerSamples(model, data.train, this.#split.validation, countValues(plan.inputShape), batchSize, () =>
			this.#passGate(place),
		);
		return { loss: finite(answers.loss), accuracy: answers.correct / answers.count };
	}

	/** The test samples were never looked at before; only the weights that are kept meet them. */
	async #testBest(): Promise<Evaluation | null> {
		const { run, model, plan, training, data } = this.#input;
		if (data.test.count === 0) return null;
		this.#world.emit({ kind: 'testing', run });
		await model.writeWeights(await this.#world.readBest());
		const breathe = async (): Promise<void> => {
			await this.#world.breathe();
			this.#world.signal.throwIfAborted();
		};
		const indices = Int32Array.from({ length: data.test.count }, (_, index) => index);
		const batchSize = Math.max(training.batchSize, EVALUATION_BATCH);
		const answers = await answerSamples(model, data.test, indices, countValues(plan.inputShape), batchSize, breathe);
		// Every step began with a loss that was a number; the last one may have ended them.
		if (!Number.isFinite(answers.loss)) throw new Diverged(training.epochs - 1, this.#batches - 1, training.learningRate);
		return summarize(answers, data.test.labels, data.classes);
	}

	/** Keeps what was learned in the middle of an epoch; in the first epoch it is also the best there is. */
	async #keep(place: Place): Promise<void> {
		await this.#world.save(await this.#input.model.readWeights(), this.#epochs.length === 0);
		await this.#checkpoint(place);
	}

	async #keepAndStop(place: Place): Promise<never> {
		await this.#keep(place);
		this.#world.signal.throwIfAborted();
		throw new Error('a run was asked to stop without being stopped');
	}

	async #checkpoint({ epoch, batch }: Place): Promise<void> {
		const { engine, model, plan, data } = this.#input;
		const { loss, correct, count } = this.#progress.sums;
		const isBetween = batch === 0;
		const state: CheckpointState = {
			version: 1,
			engine,
			fingerprint: data.fingerprint ?? data.key ?? '',
			seed: plan.seed,
			epoch,
			batch,
			step: epoch * this.#batches + batch,
			loss: isBetween ? 0 : loss,
			correct: isBetween ? 0 : correct,
			count: isBetween ? 0 : count,
			elapsedMs: isBetween ? 0 : this.#elapsedMs(),
			epochs: this.#epochs,
			advised: this.#watchdog.said,
		};
		await this.#world.saveCheckpoint({ state, weights: await model.readWeights(), slots: await model.readSlots() });
		this.#checkpointAt = this.#world.now();
	}

	#elapsedMs(): number {
		return this.#world.now() - this.#epochStartedAt;
	}

	#losses(): readonly number[] {
		return this.#epochs.map(decidingLoss);
	}

	#advise(found: readonly Advice[], epoch: number): void {
		for (const { advice, node, message: words } of found) {
			this.#world.emit({ kind: 'advice', run: this.#input.run, advice, node, epoch, message: toJson(words) });
		}
	}
}

function stoppedEarly(epochs: number, patience: number): Advice {
	return { advice: 'stoppedEarly', node: null, message: message('training.advice.stoppedEarly.text', { epochs, patience }) };
}

function assertFits(plan: ModelPlan, data: RunData): void {
	if (countValues(plan.inputShape) !== countValues(data.shape)) {
		throw new Problem(message('training.end.sizeDiffers', { found: data.shape, expected: plan.inputShape }));
	}
	if (data.train.count === 0) throw new Problem(message('training.end.noSamples'));
}
