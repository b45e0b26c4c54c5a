import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describeDataset } from '#main/datasets/datasets.ts';
import { codeOf, Problem } from '#main/problem.ts';
import type { Training } from '#main/services/training.ts';
import { words } from '#main/words.ts';
import { assertNever } from '#shared/assertNever.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { type Message, message } from '#shared/text/message.ts';
import type { EngineName, EpochResult, Evaluation, RunSummary, StartedFrom, TrainingEvent } from '#shared/training/event.ts';
import type { Program } from '../program.ts';
import { tellDataProblems } from './dataProblems.ts';
import { readGivenData, readGivenDocument, withOverrides } from './givenDocument.ts';
import { progressBar } from './progressBar.ts';
import { type ExitCode, type Terminal, wordDiagnostic } from './terminal.ts';

export interface TrainOptions {
	readonly data?: string;
	readonly epochs?: number;
	readonly seed?: number;
	readonly engine?: EngineName;
	/** Where the run's folder is put. */
	readonly out?: string;
}

/** A document to train, or a run that ended before it was done. */
export type TrainJob = { readonly file: string } | { readonly resume: string };

/** What one run came to. */
interface Outcome {
	status: 'finished' | 'stopped' | 'failed';
	reason: Message | null;
	engine: EngineName | null;
	epochs: EpochResult[];
	evaluation: Evaluation | null;
}

/**
 * `layerloom train FILE` or `--resume RUN`: trains with a progress bar; Ctrl-C ends the run within one batch and keeps the weights,
 * from which it can go on.
 */
export async function train(program: Program, job: TrainJob, options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
	const document = 'file' in job ? await prepare(program, job.file, options, terminal) : null;
	if ('file' in job && document === null) return 1;
	const out = options.out === undefined ? null : await prepareOut(resolve(options.out));
	const training = program.openTraining({ engine: options.engine ?? null });
	let run: string | null = null;
	let outcome: Outcome;
	let seed = 0;
	let weightsHash: string | null = null;
	let startedFrom: StartedFrom | null = null;
	const stop = createStopper(terminal, () => (run === null ? undefined : training.stop(run)));
	try {
		run = document === null ? await resume(training, job) : await training.start(document, options.engine ?? null);
		if (stop.isAsked()) await training.stop(run);
		startedFrom = (await findSummary(training, run))?.startedFrom ?? null;
		tellStart(startedFrom, terminal);
		const settings = document === null ? (await summaryOf(training, run)).settings : { ...document.training, seed: document.seed };
		outcome = await follow(training, run, settings.epochs, terminal);
		seed = settings.seed;
		// A run whose record is gone by now still has its outcome.
		weightsHash = (await findSummary(training, run))?.weightsHash ?? null;
	} finally {
		stop.release();
		terminal.clearStatus();
		// Waits until the run's last files are written.
		await training.close();
	}
	const folder = join(program.user.dataFolder, 'runs', run);
	const kept = out === null ? folder : await putRunFolder(folder, out);
	report(run, kept, { seed, weightsHash, startedFrom }, outcome, terminal);
	return outcome.status === 'failed' ? 1 : 0;
}

/** What does not begin at random is said before the first epoch. */
function tellStart(startedFrom: StartedFrom | null, terminal: Terminal): void {
	if (!startedFrom) return;
	const { file, filled, fresh } = startedFrom;
	terminal.say('cli.train.startedFrom', { file, filled });
	if (fresh.length > 0) terminal.say('cli.train.fresh', { layers: fresh.join(', ') });
}

async function resume(training: Training, job: TrainJob): Promise<string> {
	if (!('resume' in job)) throw new Error('a run without a document was assumed to go on');
	await training.resume(job.resume);
	return job.resume;
}

async function summaryOf(training: Training, run: string): Promise<RunSummary> {
	const summary = await findSummary(training, run);
	if (!summary) throw new Problem(message('training.run.unknown'));
	return summary;
}

async function findSummary(training: Training, run: string): Promise<RunSummary | undefined> {
	return (await training.list(null)).find(({ id }) => id === run);
}

async function prepare(program: Program, file: string, options: TrainOptions, terminal: Terminal): Promise<GraphDocument | null> {
	const opened = await readGivenDocument(file);
	for (const repair of opened.repairs) terminal.complain(repair.message);
	if (opened.path !== null) await program.weights.takeIn(opened.path, opened.document);
	const data = options.data === undefined ? undefined : await readGivenData(options.data);
	const document = withOverrides(opened.document, { data, epochs: options.epochs, seed: options.seed });
	if (document.dataset === null) throw new Problem(message('cli.problem.noDataChosen'));
	const description = await describeDataset(document.dataset, program.dataPlaces);
	tellDataProblems(description, terminal);
	const { diagnostics } = inferShapes(document, { dataset: description, memoryBudget: totalmem() });
	const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
	if (errors.length === 0) return document;
	for (const { title, text } of errors) terminal.complain(message('cli.train.documentError', { title, text }));
	terminal.answer({
		ok: false,
		reason: words.text(message('cli.check.errors', { count: errors.length })),
		diagnostics: errors.map(wordDiagnostic),
	});
	return null;
}

async function follow(training: Training, run: string, epochs: number, terminal: Terminal): Promise<Outcome> {
	const outcome: Outcome = { status: 'failed', reason: null, engine: null, epochs: [], evaluation: null };
	let batchesPerEpoch = 1;
	for await (const event of training.events(run)) {
		if (event.kind === 'started') batchesPerEpoch = event.batchesPerEpoch;
		take(event, outcome, terminal);
		terminal.status(statusOf(event, epochs, batchesPerEpoch));
	}
	return outcome;
}

function take(event: TrainingEvent, outcome: Outcome, terminal: Terminal): void {
	switch (event.kind) {
		case 'started':
			outcome.engine = event.engine;
			terminal.say('cli.train.started', { engine: event.engine, ...event.samples });
			return;
		case 'epoch': {
			outcome.epochs.push(event.result);
			const { epoch, train: trained, validation, imagesPerSecond } = event.result;
			terminal.clearStatus();
			terminal.say(validation ? 'cli.train.epoch' : 'cli.train.epochWithoutValidation', {
				epoch: epoch + 1,
				loss: fixed(trained.loss),
				accuracy: share(trained.accuracy),
				validationLoss: fixed(validation?.loss ?? null),
				validationAccuracy: share(validation?.accuracy ?? null),
				speed: Math.round(imagesPerSecond),
			});
			return;
		}
		case 'ended':
			outcome.status = event.status;
			outcome.reason = event.reason as Message | null;
			outcome.evaluation = event.evaluation;
			return;
		case 'preparing':
		case 'batch':
		case 'paused':
		case 'continued':
		case 'testing':
			return;
		case 'advice':
			terminal.clearStatus();
			terminal.complain(event.message as Message);
			return;
		default:
			assertNever(event);
	}
}

function statusOf(event: TrainingEvent, epochs: number, batchesPerEpoch: number): string {
	switch (event.kind) {
		case 'preparing':
			return words.text(message(`cli.train.preparing.${event.stage}`));
		case 'batch': {
			const done = (event.epoch * batchesPerEpoch + event.batch + 1) / (epochs * batchesPerEpoch);
			const values = {
				epoch: event.epoch + 1,
				epochs,
				loss: fixed(event.loss),
				accuracy: share(event.accuracy),
				speed: Math.round(event.imagesPerSecond),
				left: event.secondsLeft === null ? '?' : words.duration(event.secondsLeft),
			};
			return `${progressBar(done)} ${words.text(message('cli.train.batch', values))}`;
		}
		case 'testing':
			return words.text(message('cli.train.testing'));
		default:
			return '';
	}
}

function report(
	run: string,
	folder: string,
	{ seed, weightsHash, startedFrom }: Pick<RunSummary['settings'], 'seed'> & Pick<RunSummary, 'weightsHash' | 'startedFrom'>,
	outcome: Outcome,
	terminal: Terminal,
): void {
	const { status, reason, engine, epochs, evaluation } = outcome;
	const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
	const images = epochs.reduce((sum, epoch) => sum + epoch.imagesPerSecond * epoch.seconds, 0);
	const worded = reason === null ? null : words.text(reason);
	terminal.answer({
		run,
		status,
		reason: worded,
		folder,
		epochs: epochs.length,
		testAccuracy: evaluation?.accuracy ?? null,
		testLoss: evaluation?.loss ?? null,
		imagesPerSecond: seconds > 0 ? images / seconds : null,
		engine,
		seed,
		/** SHA-256 of the values of the weights kept. */
		weightsHash,
		/** Weights that it began with; `null` where they were random. */
		startedFrom,
	});
	if (reason !== null) terminal.complain(reason);
	if (evaluation) terminal.say('cli.train.result', { accuracy: share(evaluation.accuracy), loss: fixed(evaluation.loss) });
	terminal.say(`cli.train.${status}`, { run, folder });
}

/** The first Ctrl-C ends the run, the second the program. */
function createStopper(terminal: Terminal, stopRun: () => Promise<void> | undefined) {
	let asked = false;
	const onSignal = (): void => {
		if (asked) process.exit(1);
		asked = true;
		terminal.clearStatus();
		terminal.complain(message('cli.train.stopping'));
		void stopRun();
	};
	process.on('SIGINT', onSignal);
	process.on('SIGTERM', onSignal);
	return {
		isAsked: () => asked,
		release() {
			process.off('SIGINT', onSignal);
			process.off('SIGTERM', onSignal);
		},
	};
}

/** Asked before training, so that nobody trains for an hour into a folder that cannot take the run. */
async function prepareOut(out: string): Promise<string> {
	const present = await readdir(out).catch((error: unknown) => {
		if (codeOf(error) === 'ENOTDIR') throw new Problem(message('exporting.problem.isFile', { folder: out }));
		return [];
	});
	if (present.length > 0) throw new Problem(message('cli.problem.outNotEmpty', { folder: out }));
	try {
		await mkdir(dirname(out), { recursive: true });
	} catch (cause) {
		throw new Problem(message('exporting.problem.notWritable', { folder: dirname(out) }), { cause });
	}
	return out;
}

async function putRunFolder(folder: string, out: string): Promise<string> {
	const partial = `${out}.${process.pid}.partial`;
	try {
		await cp(folder, partial, { recursive: true });
		// An empty folder gives way; what has come into it during the training does not.
		await rmdir(out).catch((error: unknown) => {
			if (codeOf(error) !== 'ENOENT') throw error;
		});
		await rename(partial, out);
		return out;
	} catch (cause) {
		await rm(partial, { recursive: true, force: true });
		throw new Problem(message('cli.problem.outNotWritten', { out, folder }), { cause });
	}
}

function fixed(value: number | null): string {
	return value === null ? '–' : value.toFixed(4);
}

function share(value: number | null): string {
	return value === null ? '–' : words.percent(value);
}
