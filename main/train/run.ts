import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { EngineName, EpochResult, Evaluation, TrainingEvent } from '#shared/training/event.ts';
import type { TrainingData } from '../datasets/trainingData.ts';
import type { EngineModel } from '../engine/engine.ts';
import { Problem } from '../problem.ts';
import { gatherBatch, inBatches } from './batches.ts';
import { answerSamples, summarize } from './evaluateSamples.ts';
import { Pace } from './pace.ts';
import { Diverged, reasonFor } from './runEnd.ts';
import { orderForEpoch, type SampleSplit, splitSamples } from './sampleOrder.ts';

/** What one run trains: a network built on an engine, its data and settings. */
export interface RunInput {
	readonly run: string;
	readonly engine: EngineName;
	readonly model: EngineModel;
	readonly plan: ModelPlan;
	readonly training: TrainingConfig;
	readonly data: TrainingData;
}

/** What a run needs of the world around it. */
export interface RunWorld {
	readonly signal: AbortSignal;
	emit(event: TrainingEvent): void;
	/** Writes the weights so far; `isBest` when they are the ones to keep. Returns when they are safe on the disk. */
	save(weights: readonly NamedWeight[], isBest: boolean): Promise<void>;
	/** The weights that were saved as best. */
	readBest(): Promise<readonly NamedWeight[]>;
	/** Milliseconds, monotonic. */
	now(): number;
	/** Lets waiting messages in. */
	breathe(): Promise<void>;
}

/** Shortest time between two batch events, in milliseconds: ten a second. */
const EVENT_GAP_MS = 100;
const EVALUATION_BATCH = 128;

/**
 * Trains for all epochs or until stopped, within one batch; ends with an `ended` event in every case. The same input gives the
 * same weights: split, order and dropout follow from the plan's seed. The weights of the best epoch are kept and tested.
 */
export async function runTraining(input: RunInput, world: RunWorld): Promise<void> {
	const { run, training } = input;
	try {
		const evaluation = await trainAndTest(input, world);
		world.emit({ kind: 'ended', run, status: 'finished', reason: null, evaluation });
	} catch (error) {
		if (world.signal.aborted) world.emit({ kind: 'ended', run, status: 'stopped', reason: null, evaluation: null });
		else world.emit({ kind: 'ended', run, status: 'failed', reason: toJson(reasonFor(error, training.batchSize)), evaluation: null });
	}
}

/** A message as events carry it. */
export function toJson(reason: ReturnType<typeof message>): NonNullable<Extract<TrainingEvent, { kind: 'ended' }>['reason']> {
	return reason as NonNullable<Extract<TrainingEvent, { kind: 'ended' }>['reason']>;
}

async function trainAndTest(input: RunInput, world: RunWorld): Promise<Evaluation | null> {
	const { run, engine, plan, training, data } = input;
	assertFits(plan, data);
	const split = splitSamples(data.train.labels, training.validationShare, plan.seed);
	const batchesPerEpoch = Math.ceil(split.train.length / training.batchSize);
	world.emit({
		kind: 'started',
		run,
		engine,
		epochs: training.epochs,
		batchesPerEpoch,
		samples: { train: split.train.length, validation: split.validation.length, test: data.test.count },
	});
	const progress = new Progress(input, world, split);
	let best = Number.POSITIVE_INFINITY;
	for (let epoch = 0; epoch < training.epochs; epoch++) {
		const result = await trainEpoch(input, world, split, epoch, progress, best);
		best = Math.min(best, decidingLoss(result));
		world.emit({ kind: 'epoch', run, result });
	}
	return testBest(input, world, batchesPerEpoch - 1);
}

/** One pass over the training samples, then over those held back; saves the weights. */
async function trainEpoch(
	input: RunInput,
	world: RunWorld,
	split: SampleSplit,
	epoch: number,
	progress: Progress,
	best: number,
): Promise<EpochResult> {
	const { model, plan, training, data } = input;
	const startedAt = world.now();
	const values = countValues(plan.inputShape);
	const order = orderForEpoch(split.train, plan.seed, epoch);
	const batches = Math.ceil(order.length / training.batchSize);
	let batch = 0;
	progress.startEpoch();
	for (const indices of inBatches(order, training.batchSize)) {
		await world.breathe();
		if (world.signal.aborted) await keepAndStop(input, world, epoch);
		const { loss, correct } = await model.trainStep(gatherBatch(data.train, values, indices), epoch * batches + batch);
		if (!Number.isFinite(loss)) throw new Diverged(epoch, batch, training.learningRate);
		progress.addBatch(epoch, batch, indices.length, loss, correct);
		batch++;
	}
	const train = progress.means();
	const imagesPerSecond = (order.length / Math.max(1, world.now() - startedAt)) * 1000;
	const validation = await validate(input, world, split, epoch);
	const result: EpochResult = { epoch, train, validation, imagesPerSecond, seconds: (world.now() - startedAt) / 1000 };
	await world.save(await model.readWeights(), epoch === 0 || decidingLoss(result) < best);
	return { ...result, seconds: (world.now() - startedAt) / 1000 };
}

async function validate(input: RunInput, world: RunWorld, split: SampleSplit, epoch: number): Promise<EpochResult['validation']> {
	if (split.validation.length === 0) return null;
	const { model, plan, training, data } = input;
	const breathe = async (): Promise<void> => {
		await world.breathe();
		if (world.signal.aborted) await keepAndStop(input, world, epoch);
	};
	const batchSize = Math.max(training.batchSize, EVALUATION_BATCH);
	const answers = await answerSamples(model, data.train, split.validation, countValues(plan.inputShape), batchSize, breathe);
	return { loss: finite(answers.loss), accuracy: answers.correct / answers.count };
}

/** The test samples were never looked at before; only the weights that are kept meet them. */
async function testBest(input: RunInput, world: RunWorld, lastBatch: number): Promise<Evaluation | null> {
	const { run, model, plan, training, data } = input;
	if (data.test.count === 0) return null;
	world.emit({ kind: 'testing', run });
	await model.writeWeights(await world.readBest());
	const breathe = async (): Promise<void> => {
		await world.breathe();
		world.signal.throwIfAborted();
	};
	const indices = Int32Array.from({ length: data.test.count }, (_, index) => index);
	const batchSize = Math.max(training.batchSize, EVALUATION_BATCH);
	const answers = await answerSamples(model, data.test, indices, countValues(plan.inputShape), batchSize, breathe);
	// Every step began with a loss that was a number; the last one may have ended them.
	if (!Number.isFinite(answers.loss)) throw new Diverged(training.epochs - 1, lastBatch, training.learningRate);
	return summarize(answers, data.test.labels, data.classes);
}

/** A stop in the middle of an epoch keeps what was learned; in the first epoch it is also the best there is. */
async function keepAndStop({ model }: RunInput, world: RunWorld, epoch: number): Promise<never> {
	await world.save(await model.readWeights(), epoch === 0);
	world.signal.throwIfAborted();
	throw new Error('a run was asked to stop without being stopped');
}

/** What "best" goes by: the loss on samples held back, else on those learned from. */
export function decidingLoss({ train, validation }: EpochResult): number {
	return (validation ?? train).loss ?? Number.POSITIVE_INFINITY;
}

function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}

function assertFits(plan: ModelPlan, data: TrainingData): void {
	if (countValues(plan.inputShape) !== countValues(data.shape)) {
		throw new Problem(message('training.end.sizeDiffers', { found: data.shape, expected: plan.inputShape }));
	}
	if (data.train.count === 0) throw new Problem(message('training.end.noSamples'));
}

/** Running means of an epoch, sent on about ten times a second. */
class Progress {
	readonly #input: RunInput;
	readonly #world: RunWorld;
	readonly #samples: number;
	readonly #pace = new Pace();
	#sentAt = Number.NEGATIVE_INFINITY;
	#loss = 0;
	#correct = 0;
	#count = 0;

	constructor(input: RunInput, world: RunWorld, split: SampleSplit) {
		this.#input = input;
		this.#world = world;
		this.#samples = split.train.length;
	}

	startEpoch(): void {
		this.#loss = 0;
		this.#correct = 0;
		this.#count = 0;
		this.#pace.restart(this.#world.now());
	}

	addBatch(epoch: number, batch: number, images: number, loss: number, correct: number): void {
		this.#loss += loss * images;
		this.#correct += correct;
		this.#count += images;
		const now = this.#world.now();
		this.#pace.add(now, images);
		if (now - this.#sentAt < EVENT_GAP_MS) return;
		this.#sentAt = now;
		const imagesPerSecond = this.#pace.imagesPerSecond();
		const imagesLeft = (this.#input.training.epochs - epoch) * this.#samples - this.#count;
		const secondsLeft = imagesPerSecond > 0 ? imagesLeft / imagesPerSecond : null;
		this.#world.emit({ kind: 'batch', run: this.#input.run, epoch, batch, ...this.means(), imagesPerSecond, secondsLeft });
	}

	means(): { loss: number | null; accuracy: number | null } {
		return { loss: finite(this.#loss / this.#count), accuracy: finite(this.#correct / this.#count) };
	}
}
