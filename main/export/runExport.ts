import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { isMapShape } from '#shared/tensor/shape.ts';
import { type Message, message } from '#shared/text/message.ts';
import { loadTrainingData } from '../datasets/datasets.ts';
import type { DataOptions, TrainingData } from '../datasets/trainingData.ts';
import { codeOf, Problem } from '../problem.ts';
import type { TrainedModel, Training } from '../services/training.ts';
import { companionFiles, type Parity } from './companionFiles.ts';
import type { Exporter, ProofInputs, ReadTools } from './exporter.ts';
import { exporters } from './exporters.ts';
import { findParting } from './findParting.ts';
import { countSamples, type ModelOrigin } from './modelCard.ts';
import { OutputFolder } from './outputFolder.ts';
import { predictedPlan } from './predictedPlan.ts';
import { collectProofSamples, largestDifference, TOLERANCE, toImages } from './proof.ts';
import { valuesInsidePlan } from './writtenNetwork.ts';

export interface ExportPlaces extends Pick<DataOptions, 'assetsFolder' | 'cacheFolder'> {
	/** `page.js` and `page.css`, as they were built from `page/`. */
	readonly exportedPageFolder: string;
}

export interface ExportRequest {
	readonly run: string;
	readonly target: string;
	readonly directory: string;
	/** Replaces an earlier export in `directory`; anything else is never replaced. */
	readonly overwrite: boolean;
	readonly signal?: AbortSignal;
}

export type ExportEvent =
	| { readonly kind: 'progress'; readonly stage: Message; readonly share: number }
	| {
			readonly kind: 'done';
			readonly directory: string;
			readonly files: readonly { readonly name: string; readonly bytes: number }[];
			readonly parity: Pick<Parity, 'tolerance' | 'passed' | 'partsAt'> & {
				readonly inputs: number;
				/** `null` where an answer was no number. */
				readonly largestDifference: number | null;
			};
	  };

/** What an export asks of the training. */
type ModelSource = Pick<Training, 'readModel' | 'readSavedModel' | 'predictPicture' | 'details'>;

/**
 * Writes a trained network as a folder, opens it again by the format's own reader, and compares the answers. The folder appears
 * whole at the end or not at all; an abort or an error leaves nothing behind.
 */
export async function* runExport(
	source: ModelSource,
	places: ExportPlaces,
	request: ExportRequest,
	known: readonly Exporter[] = exporters,
): AsyncGenerator<ExportEvent, void, void> {
	const { signal } = request;
	const exporter = known.find((candidate) => candidate.name === request.target);
	if (!exporter) {
		const names = known.map((candidate) => candidate.name).join(', ');
		throw new Problem(message('exporting.problem.unknownTarget', { target: request.target, known: names }));
	}
	yield progress('exporting.stage.reading', 0);
	const model = await readExportModel(source, request.run);
	const obstacle = exporter.findObstacle(model);
	if (obstacle) throw new Problem(obstacle);
	const output = await OutputFolder.prepare(resolve(request.directory), request.overwrite);
	try {
		yield progress('exporting.stage.writing', 0.1);
		signal?.throwIfAborted();
		const readData = (stop?: AbortSignal) => readTrainingData(model.plan, places, stop);
		const readPage = () => readExportedPage(places.exportedPageFolder);
		const details = await source.details(request.run);
		const origin: ModelOrigin = { run: model.run, details, counts: await countSamples(model, places, signal) };
		const modelFiles = await exporter.write({ ...model, readData, readPage, origin }, output.workFolder, signal);
		yield progress('exporting.stage.proving', 0.4);
		const parity = await prove(exporter, source, model, output.workFolder, places, request);
		signal?.throwIfAborted();
		yield progress('exporting.stage.finishing', 0.9);
		const companions = companionFiles(exporter, model, modelFiles, parity, origin);
		for (const { name, text } of companions) await writeFile(join(output.workFolder, name), text);
		const names = [...modelFiles, ...companions.map((file) => file.name)];
		const files = await Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(output.workFolder, name))).size })));
		signal?.throwIfAborted();
		await output.publish(names);
		const { largestDifference: difference, tolerance, passed, partsAt } = parity;
		yield {
			kind: 'done',
			directory: output.folder,
			files,
			parity: {
				inputs: parity.samples.length,
				largestDifference: Number.isFinite(difference) ? difference : null,
				tolerance,
				passed,
				partsAt,
			},
		};
	} catch (error) {
		throw writingProblem(output.folder, error);
	} finally {
		await output.discard();
	}
}

/** Null where the data has gone since, or the document names none. */
async function readTrainingData(plan: ModelPlan, places: ExportPlaces, signal?: AbortSignal): Promise<TrainingData | null> {
	const { dataset } = plan.document;
	if (dataset === null) return null;
	const size = isMapShape(plan.inputShape) ? plan.inputShape : null;
	try {
		return await loadTrainingData(dataset, { ...places, size, ...(signal && { signal }) });
	} catch (error) {
		if (error instanceof Problem) return null;
		throw error;
	}
}

async function readExportedPage(folder: string) {
	const [script, style] = await Promise.all(['page.js', 'page.css'].map((name) => readFile(join(folder, name), 'utf8')));
	return { script: script ?? '', style: style ?? '' };
}

/** The network as it answers in the app. */
export async function readExportModel(source: Pick<ModelSource, 'readModel'>, run: string): Promise<TrainedModel> {
	const model = await source.readModel(run);
	return { ...model, plan: predictedPlan(model.plan) };
}

async function prove(
	exporter: Exporter,
	source: ModelSource,
	model: TrainedModel,
	folder: string,
	places: ExportPlaces,
	{ run, signal }: ExportRequest,
): Promise<Parity> {
	const samples = await collectProofSamples(model.plan, signal ? { ...places, signal } : places);
	const expected: number[][] = [];
	for (const { picture } of samples) {
		signal?.throwIfAborted();
		expected.push([...(await source.predictPicture(run, picture)).probabilities]);
	}
	const inputs = { images: toImages(samples), count: samples.length, shape: model.plan.inputShape };
	const tools = { signal, readSavedModel: source.readSavedModel.bind(source) };
	const answers = await exporter.readBack(folder, inputs, tools);
	const difference = largestDifference(expected.flat(), answers);
	const passed = difference <= TOLERANCE;
	const partsAt = passed ? null : await findPartingLayer(exporter, model, folder, inputs, tools);
	return { samples, expected, largestDifference: difference, tolerance: TOLERANCE, passed, partsAt };
}

/** Asked about the first picture alone: a layer that was written wrongly shows in any. */
async function findPartingLayer(
	exporter: Exporter,
	{ plan, weights }: TrainedModel,
	folder: string,
	{ images, count, shape }: ProofInputs,
	tools: ReadTools,
): Promise<string | null> {
	if (!exporter.readBackInside) return null;
	const first = { images: images.subarray(0, images.length / count), count: 1, shape };
	const theirs = await exporter.readBackInside(folder, first, tools);
	return findParting(plan, await valuesInsidePlan(plan, weights, first, tools.signal), theirs);
}

function progress(stage: string, share: number): ExportEvent {
	return { kind: 'progress', stage: message(stage), share };
}

function writingProblem(folder: string, error: unknown): unknown {
	const values = { folder };
	switch (codeOf(error)) {
		case 'ENOSPC':
		case 'EDQUOT':
			return new Problem(message('exporting.problem.diskFull', values), { cause: error });
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new Problem(message('exporting.problem.notWritable', values), { cause: error });
		case 'ENOENT':
			return new Problem(message('exporting.problem.folderGone', values), { cause: error });
		default:
			return error;
	}
}
